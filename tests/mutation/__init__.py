"""Mutation tests: one mistake at a time is made in each sample plan, wherever it can be made.

planc must find it with the right rule at the right line, and say nothing else. What counts as
right is told by an operator, a short function of drop, fields, signs or meaning; those of silence
make changes that mean nothing. The mistakes that planc misses are listed in misses.txt, each with
the reason, and no others may appear.

    pytest tests/mutation              some hundred of them, spread over all operators and plans
    python -m tests.mutation           all of them, on every core: some minutes
    python -m tests.mutation drop tab  only operators whose names hold these words
"""
