"""A name is given to a piece of the file (with &) so that it can be repeated.

Wrong: The mark &{name} on this line gives a piece of the plan a name, so that it can be repeated elsewhere.
Why: A reader sees it once where planc would see it twice; each fact stands where it applies.
Do: Take out &{name}{also}. If the words were meant as text, put them in quotation marks.
Acts: LRO
Source: planc's judgement: what is written once and counts twice is overlooked in one of the places

Flagged: the mark, and the place that repeats it, are one mistake
    pursue:
      - id: PUR-1
        tactic: Closure orders on the flats
        serves: OBJ-1
        owner: &lead di-soc-east
               ^^^^^
        support: [*lead]
        due: 2026-12-18
Flagged: text that starts with the sign
    operation: &LARCH
               ^^^^^^
Clean: an ampersand within a text
    operation: LARCH & ELM
Clean: between quotation marks
    operation: "&LARCH"
"""

from planc.model.finding import Severity

SEVERITY = Severity.REFUSAL
