"""What a reference leads to, in words: for every kind of reference there is in a schema."""

import json

from planc.resources import schema
from planc.wording.references import REFERENCES


def test_every_kind_of_reference_has_its_words() -> None:
    texts = [json.dumps(schema(name)) for name in ("plan", "directory", "policy")]
    used = {kind for kind in REFERENCES if any(f'"x-refers": "{kind}"' in text for text in texts)}
    marked = {part.split('"')[0] for text in texts for part in text.split('"x-refers": "')[1:]}
    assert marked <= REFERENCES.keys()
    assert used == marked


def test_the_words_fit_into_a_sentence() -> None:
    for reference in REFERENCES.values():
        assert reference.to.split()[0] in ("a", "an", "anything")
        assert reference.name.split()[0] == "the"
        assert reference.kept_in in ("directory.yaml", "planc.yaml", "the plan")
        assert " " not in reference.like
