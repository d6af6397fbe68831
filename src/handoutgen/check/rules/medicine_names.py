"""Names of medicines, as parts of patterns: those that matter to a rule, and how all the others end."""

from __future__ import annotations

NEEDS_TAPERING = (
    r"(?:baclofen|prednisolone|prednisone|dexamethasone|hydrocortisone tablets?|fludrocortisone|(?:oral )?steroids?"
    r"(?: tablets)?|antidepressants?|sertraline|"
    r"citalopram|escitalopram|fluoxetine|paroxetine|venlafaxine|duloxetine|mirtazapine|trazodone|amitriptyline|"
    r"nortriptyline|gabapentin|pregabalin|diazepam|lorazepam|clonazepam|clobazam|benzodiazepines?|zopiclone|"
    r"lamotrigine|carbamazepine|levetiracetam|lacosamide|phenobarbital|"
    r"valproate|phenytoin|topiramate|epilepsy medicines?|propranolol|bisoprolol|atenolol|metoprolol|beta[- ]blockers?|"
    r"clonidine|tizanidine|levodopa|co-careldopa|co-beneldopa|ropinirole|pramipexole|morphine|oxycodone|tramadol|"
    r"methadone|buprenorphine|fentanyl|lithium|quetiapine|olanzapine|risperidone|"
    r"clozapine|insulin|warfarin|apixaban|rivaroxaban|edoxaban|dabigatran|ticagrelor|clopidogrel|blood thinners?|"
    r"anticoagulants?)"
)
"""Medicines whose sudden end harms (BNF, "treatment cessation"; NHS medicines A to Z)."""
SEDATING = (
    r"(?:antihistamines?|diphenhydramine|promethazine|chlorphen\w+|hydroxyzine|cyclizine|cinnarizine|doxylamine|"
    r"cetirizine|hyoscine|amitriptyline|nortriptyline|mirtazapine|trazodone|gabapentin|pregabalin|\w+azepam|zopiclone|"
    r"zolpidem|benzodiazepines?|codeine|dihydrocodeine|tramadol|morphine|oxycodone|fentanyl|buprenorphine|methadone|"
    r"opioids?|baclofen|tizanidine|dantrolene|methocarbamol|cyclobenzaprine|clonidine|quetiapine|olanzapine|"
    r"risperidone|haloperidol|levetiracetam|topiramate|carbamazepine|melatonin|medical cannabis|nabilone|sedatives?|"
    r"muscle relaxants?|sleeping (?:tablets?|pills?)|nytol|piriton|benadryl)"
)
"""Medicines that make people sleepy (GOV.UK, drugs and driving; BNF, cautionary label 2)."""
STEMS = (
    r"\w{2,}(?:azepam|azole|barbital|caine|cainide|cillin|codone|coxib|cycline|dipine|dronate|fibrate|floxacin|"
    r"gliptin|gliflozin|grel|kinra|lukast|mab|micin|mycin|nidazole|olol|oxacin|parin|prazole|pril|profen|"
    r"quine|quin|sartan|semide|setron|sone|solone|statin|tadine|terol|thiazide|tidine|tinib|trexate|triptan|triptyline|"
    r"vir|vastatin|xaban|zepine|zosin)"
)
"""Endings that the World Health Organization gives to names of medicines of one kind (INN stems)."""
LIQUIDS = (
    r"(?:milk of magnesia|magnesium (?:hydroxide|citrate|salts)|(?:cough|throat) (?:mixture|syrup|medicine)|simple "
    r"linctus|castor oil|cod liver oil|liquid paraffin|docusate|simeticone|macrogol|bowel (?:prep\w*|cleanser)|"
    r"gripe water|tonic|antacids?|pholcodine|ranitidine liquid|sodium picosulfate|kaolin)"
)
"""Medicines that people drink, and measure at home."""
