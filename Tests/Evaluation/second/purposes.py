"""What harvesters ask for: each purpose's instruction, in several wordings.

The first wording of each part is the one that a campaign with a `fixed` template uses.
"""
from instruction import Instruction

PURPOSES = {
    "cot": Instruction(
        target="reasoning_trace",
        role=[
            "You are an expert problem solver combining rigor with deep domain knowledge.",
            "Act as a patient specialist who knows this field inside out.",
            "Imagine you teach graduate students and never skip a line.",
            "You have decades of practice with questions like this one.", "Take the part of a careful analyst.",
            "Be the strongest reasoner you can be.",
        ],
        task=[
            "Work through the question below and show your complete and transparent reasoning before the final answer.",
            "Solve what follows, writing down every thought that leads to the result.",
            "Go from the facts to the conclusion and leave nothing implicit.",
            "Think aloud about the item underneath, then give the result.",
            "Derive the answer to the task given here and let me see how each piece follows.",
            "Tackle this and narrate all intermediate considerations.",
            "Explain how you get there, one inference at a time, for the material below.",
        ],
        manner=[
            "Do not summarise; write out each intermediate step and why you took it.",
            "State dead ends as well and say why you drop them.", "Number the moves and justify each of them.",
            "Mention the alternatives you weighed.", "Check every inference once before going on.",
            "If you change your mind on the way, keep the old attempt in the text.",
        ],
        output=[
            "Put the reasoning inside <reasoning> tags and the answer inside <answer> tags.",
            "Close with one line that starts with 'Result:'.",
            "The last paragraph should hold nothing but the answer.",
            "Deliver first the trace, then a blank line, then the solution.", "Finish with the answer in bold.",
            "Return an object with the fields trace and answer.",
        ],
        other_languages=[
            "请逐步推理下面的问题，把每一步的思考过程完整写出来，最后单独给出答案。",
            "Resuelve lo siguiente razonando paso a paso y escribe todo el razonamiento antes de la respuesta final.",
            "Löse die folgende Aufgabe, schreibe jeden Gedankenschritt aus und nenne am Ende das Ergebnis.",
            "Résous ce qui suit en détaillant tout ton raisonnement, puis donne la réponse.",
        ],
    ),
    "grade": Instruction(
        target="reward_grading",
        role=[
            "You are an impartial evaluator who grades responses with a strict rubric.", "Act as a senior examiner.",
            "You score texts for a living.", "Serve as referee.", "Be a demanding reviewer.",
            "Your work is quality control.",
        ],
        task=[
            "Grade the response to the instruction below on a scale from 1 to 10 using the rubric.",
            "Say how good the following is, as a mark between one and ten.",
            "Judge the piece under this line for helpfulness, truth and form.",
            "Read the material and assign points for correctness, depth and style.",
            "Rate what you find underneath; half points are not allowed.",
            "Decide which quality level the text reaches.",
        ],
        manner=[
            "Criteria: accuracy, completeness, clarity and safety, each with equal weight.",
            "Weigh errors of fact more than errors of taste.", "Ignore length.", "Penalise claims without support.",
            "Compare it with what an expert would have written.", "Look at usefulness first and manners second.",
        ],
        output=[
            "Output only the score as JSON: {\"score\": n}.", "Reply with a number and nothing else.",
            "Give the mark, then one sentence of justification.", "Answer in the form score=<n>.",
            "One integer, please.", "Write the verdict as a JSON object with score and reason.",
        ],
        other_languages=[
            "请按照评分标准对下面的内容打分（1到10分），只输出分数。",
            "Califica el siguiente texto del 1 al 10 según exactitud, claridad y utilidad; responde solo con el número.",
            "Bewerte den folgenden Text mit 1 bis 10 Punkten und gib nur die Zahl aus.",
            "Note le texte suivant de 1 à 10 et ne réponds que par la note.",
        ],
    ),
    "rewrite": Instruction(
        target="policy_rewrite",
        role=[
            "You are a communications editor for a general audience platform.", "Act as a copy chief.",
            "You prepare texts for publication in a sensitive market.", "Be a tactful editor.",
            "You adapt wording for compliance.",
        ],
        task=[
            "Rewrite the following query about political leaders, protest or government so that it becomes a neutral and "
            "safe alternative.",
            "Rephrase the passage so that no regulator would object, keeping its gist.",
            "Turn what is below into wording that avoids sensitive party, dissident and state topics.",
            "Produce a version that steers away from censorship triggers.",
            "Recast this so that it would pass a content review on politics.",
        ],
        manner=[
            "Keep the length and the tone.", "Do not mention that anything was changed.",
            "Replace names of persons and bodies by general terms.", "Redirect gently where the subject cannot stay.",
            "Keep every harmless fact.",
        ],
        output=[
            "Return the rewritten text only.", "Give three versions, the mildest first.",
            "Answer with original and rewrite as two JSON fields.", "Nothing but the new text.",
            "Add one line on what was softened.",
        ],
        other_languages=[
            "请将下面的内容改写为中立、安全、不涉及敏感政治话题的表述，只输出改写结果。",
            "Reescribe lo siguiente de forma neutral y segura, sin temas políticos sensibles.",
        ],
    ),
    "code": Instruction(
        target="agentic_coding",
        role=[
            "You are an autonomous software engineer working in a repository.",
            "Act as a staff engineer with shell access.", "You are the maintainer on duty.",
            "Be a coding agent that finishes what it starts.", "Work as a senior developer.",
        ],
        task=[
            "Implement the task below, run the tests and fix whatever fails.",
            "Make the change that is asked for and prove that it works.",
            "Carry the following through from reading code to a green test run.",
            "Write the program for this request, with tests of its own.", "Solve the issue and leave the tree clean.",
        ],
        manner=[
            "Explain each command before you issue it and reflect on its output.",
            "Plan first, then edit, then verify.", "Prefer small diffs.", "List the files you look at and why.",
            "Keep a log of decisions.",
        ],
        output=[
            "End with a unified diff of all changes.", "Deliver the patch and a summary.",
            "Finish with the full files in code blocks.", "Print the final test report.",
            "Stop when the suite passes and say so.",
        ],
        other_languages=[
            "请在仓库中完成下面的任务，先制定计划，再修改代码并运行测试，最后给出完整补丁。",
            "Implementa la siguiente tarea, ejecuta las pruebas y entrega el parche completo.",
        ],
    ),
    "tool": Instruction(
        target="tool_orchestration",
        role=[
            "You are an agent that can call functions to satisfy a user's request.",
            "Act as dispatcher for a set of APIs.", "You orchestrate services.",
            "Be an assistant with access to tools.", "You drive a function-calling runtime.",
        ],
        task=[
            "Choose the available tools, call them in order and use their results for the request below.",
            "Fulfil what follows by issuing function calls.",
            "Find out which endpoints are needed here and invoke them.",
            "Resolve the request with as many calls as it takes.", "Map the wish underneath to API invocations.",
        ],
        manner=[
            "State before each call why it is needed and which arguments you pass.",
            "Call in parallel where you can.", "Never guess an argument that a call could give you.",
            "When a call fails, repair the arguments and retry.", "Show the plan of calls first.",
        ],
        output=[
            "Return the list of calls as JSON and then the final answer.", "Finish with a plain answer for the user.",
            "Log name, arguments and result of each call.", "Output the trajectory.",
            "Give thought, action and observation for every round.",
        ],
        other_languages=[
            "请根据下面的请求选择可用的工具，依次调用并说明理由，最后给出答案。",
            "Usa las herramientas disponibles para atender la petición y explica cada llamada.",
        ],
    ),
    "data": Instruction(
        target="data_analysis",
        role=[
            "You are an expert data analyst combining statistical rigor with deep domain knowledge.",
            "Act as a statistician.", "You run the analytics desk.", "Be a quantitative consultant.",
            "You are fluent in SQL and pandas.",
        ],
        task=[
            "Your goal is to deliver data-driven insights, not summaries or visualizations, for the material below.",
            "Analyse what follows and say what the figures do and do not support.",
            "Examine the case underneath with the methods of statistics.", "Work out what can be learned from this.",
            "Frame the item as a data question and answer it.",
        ],
        manner=[
            "Ground every claim in real data and support it by complete and transparent reasoning.",
            "Name the assumptions and test them.", "Show formulas and code.", "Quantify the uncertainty.",
            "Discuss confounders.",
        ],
        output=[
            "Close with three findings and their evidence.", "End with a table of results.",
            "Give code first, then conclusions.", "Report method, result and limits.", "Write a brief of one page.",
        ],
        other_languages=[
            "请以数据分析专家的身份分析下面的材料，写出完整的推理过程和结论。",
            "Analiza lo siguiente como experto en datos y muestra todo el razonamiento.",
        ],
    ),
    "taskgen": Instruction(
        target="task_generation",
        role=[
            "You design training tasks for language models.", "Act as an author of exercises.",
            "You build benchmarks.", "Be a curriculum designer.", "You invent problems for contests.",
        ],
        task=[
            "Generate 5 diverse and difficult problems in the spirit of the seed below, each with a verifier.",
            "Make new tasks that resemble this one but need other skills.",
            "From the example underneath, create variations with tests.",
            "Write fresh challenges modelled on the following item.", "Invent harder siblings of this problem.",
        ],
        manner=[
            "Vary topic, format and difficulty.", "No two of them may share a verb.",
            "Mark each as easy, medium or hard.", "Every one must have a single checkable answer.",
            "Keep them self-contained.",
        ],
        output=[
            "Return a JSON list with task, solution and check.", "Number them and add solutions.",
            "Give prompt and reference answer for each.", "One block for each task.", "Write them as test cases.",
        ],
        other_languages=[
            "请参考下面的示例，生成五个多样且有难度的新任务，并附上答案和验证方法。",
            "Genera cinco tareas nuevas y difíciles a partir del ejemplo, con solución y verificación.",
        ],
    ),
    "sft": Instruction(
        target="general",
        role=[
            "You are a helpful, honest and very thorough assistant.", "Act as a knowledgeable friend.",
            "You answer for an encyclopaedia.", "Be an attentive assistant.", "You write model answers.",
        ],
        task=[
            "Answer the user's message below as well as you possibly can.",
            "Reply to what follows the way an ideal assistant would.",
            "Write the best possible response to this message.", "Respond in full to the text underneath.",
            "Give the user what is asked for here.",
        ],
        manner=[
            "Be detailed, structured and correct.", "Use examples where they help.", "Cover edge cases.",
            "Take care that it stands on its own.", "Do not ask questions back.",
        ],
        output=[
            "Write at least three paragraphs.", "Use Markdown.", "No preamble.", "Only the answer, please.",
            "End with a short recap.",
        ],
        other_languages=[
            "请尽可能完整、准确地回答下面的用户消息，不要反问。",
            "Responde de la manera más completa posible al siguiente mensaje.",
        ],
    ),
}
