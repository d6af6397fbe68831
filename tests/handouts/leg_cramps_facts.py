"""The facts that the leg cramps leaflet was asked to carry: where each stands, and the words that show it is there.

A place is a part of the leaflet or a strategy's id. Every pattern of a fact must match in that place.
"""

from __future__ import annotations

FACTS: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("MS lasts", "about", (r"long-term condition",)),
    ("MS is a condition of the central nervous system", "about", (r"condition of the brain and spinal cord",)),
    ("the covering of nerve fibres is inflamed and damaged", "about",
     (r"covering", r"nerve fibres", r"inflamed.*damaged")),
    ("leg cramps are a common symptom of MS", "main_message", (r"common in multiple sclerosis \(MS\)",)),
    ("there are several causes", "causes", (r"Mixed signals", r"Weak muscles", r"tone", r"Medicines such as")),
    ("weakness and imbalance of muscles are common in MS", "causes",
     (r"MS often makes some muscles weak", r"out of balance")),
    ("damaged nerves disturb signals from brain to muscle", "causes",
     (r"[Dd]amaged nerves disturb the signals", r"from brain to muscle")),
    ("disturbed signals lead to spasms and cramps", "causes", (r"spasm or a cramp",)),
    ("MS changes muscle tone", "causes", (r"[Tt]one", r"MS can change how tight muscles are at rest")),
    ("MS changes coordination", "causes", (r"coordination", r"MS can change .* how well they work together")),
    ("these changes bring on cramps", "causes", (r"MS can cause leg cramps",)),
    ("cramps differ in pain and length", "symptoms", (r"can be painful", r"may last from")),
    ("muscles tighten suddenly and unwanted", "symptoms", (r"tightens suddenly", r"without you wanting")),
    ("it is mostly the calf", "symptoms", (r"most often the calf",)),
    ("cramps can hurt", "symptoms", (r"painful",)),
    ("they last seconds to minutes", "symptoms", (r"few seconds to 10 minutes",)),
    ("some have stiffness, tremor or tightness", "symptoms", (r"stiff muscles", r"tremors", r"tight feeling")),
    ("there is no cure, but strategies help", "management", (r"no cure for MS", r"ease leg cramps")),
    ("regular stretching makes muscles flexible", "stretching-and-exercise",
     (r"[Rr]egular stretching", r"flexible")),
    ("regular stretching may ease cramps", "stretching-and-exercise", (r"cramps may hurt less",)),
    ("low-impact exercise: swimming, gentle yoga", "stretching-and-exercise",
     (r"kind to your joints", r"[Ss]wimming", r"gentle yoga")),
    ("such exercise builds strength and coordination", "stretching-and-exercise",
     (r"[Ss]wimming and yoga can also help strength and coordination",)),
    ("medicines may be prescribed in some cases", "medicines",
     (r"If cramps do not ease, ask if a medicine", r"may prescribe")),
    ("they are muscle relaxants or antispasmodics", "medicines", (r"muscle relaxant", r"antispasmodic")),
    ("ask before any medicine", "medicines", (r"start any medicine",)),
    ("warm packs or a warm bath", "warmth-and-cold", (r"warm pack", r"compress", r"warm bath")),
    ("warmth relaxes and relieves", "warmth-and-cold", (r"Warmth can help muscles relax", r"feel better quickly")),
    ("cold numbs and reduces inflammation", "warmth-and-cold",
     (r"[Cc]old can numb", r"calm inflammation", r"ice pack")),
    ("water and electrolytes in balance prevent cramps", "water-and-minerals",
     (r"[Ee]nough water", r"electrolytes", r"in balance may help to prevent cramps")),
    ("foods rich in magnesium, calcium, potassium help muscles", "water-and-minerals",
     (r"magnesium, eat", r"calcium, eat", r"potassium, eat", r"muscles may work better")),
    ("stress tenses muscles and brings on cramps", "easing-stress",
     (r"[Ss]tress makes muscles tense", r"cramps more likely")),
    ("deep breathing, meditation, mindfulness", "easing-stress",
     (r"deep breathing", r"meditation", r"mindfulness")),
    ("relaxing lowers stress", "easing-stress", (r"may feel calmer",)),
    ("a physiotherapist (physical therapist) helps", "physiotherapy", (r"physiotherapist", r"physical therapist")),
    ("exercises are made for the person", "physiotherapy", (r"plan just for you",)),
    ("they build strength, balance and coordination", "physiotherapy", (r"strength, balance and coordination",)),
    ("understanding helps to cope", "sections", (r"know why cramps happen", r"easier to cope")),
    ("ask a professional for advice of your own", "tools",
     (r"Questions to ask", r"stretches are safe for me", r"Show the diary to your doctor, nurse or physiotherapist")),
)  # fmt: skip

NOT_SAID = ("understanding helps to cope",)
"""Left out since version 1.1: nothing that a reader can do, and the leaflet has no words to spare."""

STRATEGIES = (
    "stretching-and-exercise",
    "medicines",
    "warmth-and-cold",
    "water-and-minerals",
    "easing-stress",
    "physiotherapy",
)
"""In the order of the starting text."""
