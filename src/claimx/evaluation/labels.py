"""What kinds of claims and their fields are called in tables."""

TITLES = {"attributed": "Attributed claims", "author": "Author claims", "all": "All claims"}
FIELDS = {
    "cue": "Cue",
    "speaker": "Speaker",
    "stance": "Stance",
    "target": "Target, overlap ≥ 0.5",
    "target_entity": "Target entity",
    "nested_in": "Nested in",
}
FIGURES = {
    "claim_f1": "Claim F1",
    "attribution_f1": "Attribution F1",
    "content_f1": "Content F1, overlap ≥ 0.5",
    "content_precision": "Content precision",
    "content_recall": "Content recall",
    "content_exact_f1": "Content F1, exact",
    **FIELDS,
}
