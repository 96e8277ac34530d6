"""Words that only keep a place until somebody knows what belongs there."""

LONGEST = 40
_WORDS = frozenset((
    "tbc", "tbd", "tba", "n/a", "na", "n/k", "nk", "todo", "insert", "lorem", "asdf", "placeholder",
    "to be confirmed", "to be decided", "to be determined", "to be advised", "to be agreed",
    "to be completed", "to be added", "to be inserted", "to follow", "to do", "not applicable",
    "as discussed", "as above", "see above", "as before", "as agreed", "same as above", "ditto",
    "lorem ipsum", "insert text", "insert text here", "text here", "free text", "type here",
    "update to follow", "details to follow", "awaiting update", "no update", "nothing to add",
))  # fmt: skip
_OPENINGS = ("e.g.", "eg:", "e.g ", "for example:", "lorem ipsum", "insert ", "example-")
_LET_THROUGH = {"nrm_outcome": ("n/a", "not applicable"), "answer": ("n/a",)}


def keeps_a_place(text: str, field: str = "") -> bool:
    """Whether a text is such a word and nothing more; in some fields one of them is an answer."""
    if len(text) > LONGEST:
        return False
    words = " ".join(text.split()).casefold().strip("\"'")
    bare = words.strip(" .!?-:;()[]<>*_/")
    if words in _LET_THROUGH.get(field, ()):
        return False
    framed = words[:1] + words[-1:] in ("[]", "<>", "{}")
    return framed or not bare.strip("x…") or bare in _WORDS or words.startswith(_OPENINGS)
