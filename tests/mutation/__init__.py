"""Mutation tests: one mistake at a time is made in each sample plan, wherever it can be made.

planc must find it with the right rule at the right line, and say nothing else. What counts as
right is told by an operator, a short function of drop, fields, signs, meaning or board; those of
silence make changes that mean nothing. The mistakes that planc misses are listed in misses.txt,
each with the reason, and no others may appear.

    pytest tests/mutation               a few of each operator, spread over all plans
    python -m tests.mutation            all of them, on every core: most of an hour on two
    python -m tests.mutation --every 7  each seventh
    python -m tests.mutation tab quote  only operators whose names hold these words

Mistakes in planc's own code, on the path that decides what leaves the force, are made by code.py;
those that the nearest tests let pass are listed in survivors.txt, each with the reason.

    python -m tests.mutation.code       all of them, on every core: some twenty minutes on two
"""
