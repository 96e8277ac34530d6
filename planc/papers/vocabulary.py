"""Words of papers that not everybody knows.

Sources: TVP for the ratings, NSA20 for the yardstick.
"""

RATINGS = (
    ("green", "On track, or nearly complete"),
    ("amber", "Not on track, or at risk"),
    ("red", "Significantly delayed, or at severe risk of failing"),
    ("complete", "Achieved"),
)
YARDSTICK = (
    ("Remote chance", "0 to 5%"),
    ("Highly unlikely", "10 to 20%"),
    ("Unlikely", "25 to 35%"),
    ("Realistic possibility", "40 to under 50%"),
    ("Likely or probable", "55 to 75%"),
    ("Highly likely", "80 to 90%"),
    ("Almost certain", "95 to 100%"),
)
ABBREVIATIONS = (
    ("4P", "Pursue, Prevent, Protect, Prepare"),
    ("APMIS", "Agency and Partner Management Information System"),
    ("DDTRO", "Drug dealing telecommunications restriction order"),
    ("GAIN", "Government Agency Intelligence Network"),
    ("LRO", "Lead Responsible Officer"),
    ("MoRiLE", "Management of Risk in Law Enforcement"),
    ("NDM", "National Decision Model"),
    ("NRM", "National Referral Mechanism"),
    ("OCG", "Organised crime group"),
    ("OCGM", "Organised crime group mapping"),
    ("OIC", "Officer in the Case"),
    ("PHIA", "Professional Head of Intelligence Assessment"),
    ("POCA", "Proceeds of Crime Act 2002"),
    ("RAG", "Red, amber, green"),
    ("SCPO", "Serious crime prevention order"),
    ("SHPO", "Sexual harm prevention order"),
    ("SIO", "Senior Investigating Officer"),
    ("SOC", "Serious and organised crime"),
    ("SOCTAC", "Serious and organised crime tactical adviser"),
    ("SRO", "Senior Responsible Officer"),
    ("STPO", "Slavery and trafficking prevention order"),
    ("STRO", "Slavery and trafficking risk order"),
    ("USG", "Urban street gang"),
)
