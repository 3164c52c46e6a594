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
