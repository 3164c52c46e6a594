"""For which organisation do its people speak: a spokesman's "we", "campaign officials"?"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from operator import attrgetter

from claimx.stages.naming.entity import Entity
from claimx.stages.naming.phrases import phrase_head, phrase_kind
from claimx.stages.naming.pronouns import Trace
from claimx.stages.naming.vocabulary import Vocabulary
from claimx.tree import Tree

_SERVING = frozenset({"of", "for", "at", "with"})
_MODIFIERS = frozenset({"compound", "nmod", "poss", "pobj"})
_TELLING = frozenset({"compound", "nmod", "poss", "prep"})
_TELLING_NOBODY = frozenset({"chief", "company", "firm", "press"})
# Those who speak for whom the text is about, though it does not say so.
_SPOKESMEN = frozenset(
    {"ceo", "executive", "spokesman", "spokesperson", "spokeswoman", "representative"}
)
_KEPT = 12


class Staff:
    """The people of a text without a name, and whose people they are.

    Args:
        tree: The parsed text.
        referent: What single tokens refer to.
        traces: What the text mentions, in its order.
        words: Nouns of people, and of those who speak for an organisation.
    """

    def __init__(
        self,
        tree: Tree,
        referent: Mapping[int, Entity],
        traces: Sequence[Trace],
        words: Vocabulary,
    ) -> None:
        self._tree = tree
        self._traces = traces
        self._referent = referent
        self._words = words

    def is_people(self, head: int) -> bool:
        """Tell whether a phrase means several persons without a name: "Lima's voters"."""
        tree = self._tree
        if tree.tag[head] == "CD" or tree.lemma[head] in self._words.amounts:
            relation = tree.child(head, "prep")
            whole = None if relation is None else tree.child(relation, "pobj")
            return whole is not None and self.is_people(whole)
        several = tree.tag[head] == "NNS"
        return several and phrase_kind(tree, head, self._words) == "group"

    def acts_for(self, head: int) -> list[Entity]:
        """Return the organisation that people act for: "campaign officials", not "its voters"."""
        speaking = self._tree.lemma[head] in self._words.speaking
        return self._served(head) if speaking else []

    def spoken_for(self, speaker: Entity) -> list[Entity]:
        """Return the organisation that a spokesman's "we" means."""
        if speaker.kind == "somebody":
            office = phrase_head(self._tree, speaker.phrase)
            if office is None or self._tree.lemma[office] not in self._words.speaking:
                return []
        else:
            office = speaker.office if speaker.kind == "person" else None
        return [] if office is None else self._served(office) or self._lately_named(office)

    def _lately_named(self, office: int) -> list[Entity]:
        """Return the organisation that the text told of when it said "a spokesman"."""
        tree = self._tree
        told = any(
            tree.dep[child] in _TELLING and tree.lower[child] not in _TELLING_NOBODY
            for child in tree.children[office]
        )
        if told or tree.lemma[office] not in _SPOKESMEN:
            return []
        before = bisect_left(self._traces, office, key=attrgetter("token"))
        for trace in reversed(self._traces[max(before - _KEPT, 0) : before]):
            if tree.sentence[office] - tree.sentence[trace.token] > 1:
                break
            if trace.entity.kind in ("organisation", "other") and trace.weight >= 0:
                return [trace.entity]
        return []

    def _served(self, head: int) -> list[Entity]:
        """Return the organisation of "a campaign spokesman", "chief executive of Tarn"."""
        tree = self._tree
        relation = tree.child(head, "prep")
        serving = relation is not None and tree.lower[relation] in _SERVING
        others = tree.children[relation] if relation is not None and serving else []
        for child in (*tree.children[head], *others):
            body = self._referent.get(child)
            if tree.dep[child] not in _MODIFIERS or body is None:
                continue
            if body.kind == "organisation" or (body.kind == "body" and body.owner is not None):
                return [body]
        return []
