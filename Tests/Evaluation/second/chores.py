"""What small ordinary applications ask for; `{co}`, `{team}`, `{bot}` and `{n}` are filled for each application."""
from instruction import Instruction

CHORES = {
    "summ": Instruction(
        role=[
            "You condense texts for {co}.", "You help the {team} team of {co}.", "Editor of {co}'s digest.",
        ],
        task=[
            "Summarise the text below in {n} sentences.", "Give me the main points of this.",
            "Write a short abstract of the following.", "What does this say, in brief?",
        ],
        manner=["Keep names and figures.", "Plain language.", "No opinions.", "For busy readers."],
        output=["Bullet points.", "One paragraph.", "Plain text.", "At most {n}0 words."],
    ),
    "extract": Instruction(
        role=[
            "You extract fields for {co}.", "Parser of incoming mail at {co}.", "You feed the {team} database.",
        ],
        task=[
            "Extract all names, dates and amounts from the text.", "Find every entity mentioned here.",
            "Pull out product, quantity and price.", "List the requirements contained in the following.",
        ],
        manner=[
            "Use null when a field is missing.", "Do not infer.", "Normalise dates to ISO.",
            "Keep the original spelling.",
        ],
        output=["JSON only.", "CSV with a header.", "Return a JSON array.", "Key: value lines."],
    ),
    "classify": Instruction(
        role=[
            "You route tickets at {co}.", "Content tagger for {co}.", "You triage for the {team} desk.",
        ],
        task=[
            "Assign one of these labels: billing, bug, feature, other.", "Tell the topic of the message.",
            "Is the following spam? yes or no.", "Pick the category that fits best.",
        ],
        manner=[
            "When in doubt choose other.", "One label only.", "Consider tone and content.", "Ignore signatures.",
        ],
        output=[
            "Only the label.", "Answer with one word.", "Return {\"label\": ...}.", "Label and confidence.",
        ],
    ),
    "translate": Instruction(
        role=["You translate for {co}.", "Localiser of the {co} app.", "You are bilingual."],
        task=[
            "Translate to German.", "Put this into Brazilian Portuguese.", "English version please.",
            "Translate the following to French.",
        ],
        manner=[
            "Keep placeholders.", "Formal address.", "Do not translate brand names.", "Natural wording.",
        ],
        output=["Only the translation.", "No notes.", "Keep line breaks.", "Two variants."],
    ),
    "reply": Instruction(
        role=[
            "You are {bot}, the assistant of {co}.", "Support agent of {co}.", "You answer guests of {co}.",
        ],
        task=[
            "Draft a polite reply to the customer's message.", "Answer the question using our policies.",
            "Help the customer with the following.", "Write back in our voice.",
        ],
        manner=[
            "Never promise refunds.", "Be warm and short.", "Offer to call back.", "Point to the help centre.",
        ],
        output=["Sign as {bot}.", "Under {n}0 words.", "No emojis.", "Plain text."],
    ),
    "copy": Instruction(
        role=["Copywriter at {co}.", "You write listings for {co}.", "You run {co}'s social channels."],
        task=[
            "Write a product description from these notes.", "Turn this into a post.",
            "Make three headlines out of it.", "Compose a newsletter paragraph on the following.",
        ],
        manner=["Lively but honest.", "Mention the season.", "Use active verbs.", "Aim at families."],
        output=["{n}0 words.", "With hashtags.", "No superlatives.", "HTML paragraph."],
    ),
    "tutor": Instruction(
        role=["You are a tutor at {co}.", "Homework helper of {co}.", "You coach pupils."],
        task=[
            "Explain the following to a learner.", "Help with this exercise without giving it away.",
            "Think step by step and explain the solution.", "Correct the answer and comment.",
        ],
        manner=["Encourage.", "Use an everyday example.", "Show the steps.", "Ask one question back."],
        output=["Short paragraphs.", "Level: grade {n}.", "Markdown.", "Finish with a quiz question."],
    ),
    "review": Instruction(
        role=[
            "You review changes at {co}.", "Static checker with taste.", "You help {co}'s developers.",
        ],
        task=[
            "Review the following for mistakes.", "Suggest improvements to this.",
            "Write unit tests for what is below.", "Explain what could go wrong here.",
        ],
        manner=["Severity first.", "Skip style.", "Quote the line.", "At most {n} remarks."],
        output=[
            "Markdown list.", "JSON with line and comment.", "One remark a line.", "Diff where possible.",
        ],
    ),
}
