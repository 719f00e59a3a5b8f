import Evidence

/// Small applications of ordinary customers: a fixed instruction over varied inputs.
struct AppWording: Sendable {
    /// The instruction, frozen once for each customer.
    var instruction: Pattern
    /// What it is applied to.
    var item: Pattern
    var kind: ResponseKind
    var target: CapabilityTarget
    var temperature: Double?

    /// All kinds of applications.
    static let all: [AppWording] = [
        app(
            "{You are|Act as} the {<TONE> |}{assistant|help desk|voice} of {a|our} <TRADE> {in <CITY>|called <FAMILY>|}. {Answer|Reply to} {customers|guests|callers} in {at most <SMALL> sentences|a <TONE> tone}{ and never promise refunds|; if unsure, say you will ask <PERSON>|}.",
            "<ticket>", .prose),
        app(
            "{Classify|Sort|Label} {each|the} {message|e-mail|ticket} as {billing, delivery, product or other|complaint, praise or question|urgent, normal or spam}{ for our <TRADE>|}. {One word only.|Reply with the label.|}",
            "<ticket>", .label, temperature: 0),
        app(
            "{Extract|Pull out} {name, date and total|number, sender and sum|all amounts} {from|of} the {invoice|bill|receipt} {as JSON|as key: value lines}{, dates as <YEAR>-MM-DD|}.",
            "<invoice>", .json, temperature: 0),
        app(
            "{Summarise|Condense} {the|these} {meeting notes|notes|minutes} {in|into} <SMALL> {bullet points|lines} for {<PERSON>|the team|the board}{. Mention open points last|}.",
            "<notes>\n<notes>", .prose),
        app(
            "{Translate|Render} {the text|everything} into <LANGUAGE>{, formal address|, keep product names|} {for our <TRADE> site|for a leaflet|}.",
            "<sentence> <sentence>", .foreign),
        app(
            "{Is|Decide whether} the review {is positive, negative or mixed|recommends the product}? {Answer with one word|Give a label and a confidence}{ (<TRADE> shop)|}.",
            "<review>", .label, temperature: 0),
        app(
            "{Write|Compose} a {<TONE> |}product {description|text} of {about <NUMBER> words|<SMALL> sentences} for {our web shop|the <FAMILY> catalogue}{, no superlatives|, end with a question|}.",
            "<record>", .prose),
        app(
            "{Rewrite|Turn} the {headline|article} for {a newsletter|children|the app}{ of the <CITY> paper|}{, at most <NUMBER> words|}.",
            "<article>", .rewrite),
        app(
            "{Write|Give me} {a query|SQL} for {our|the} {warehouse|shop} database: tables <OBJECT>s, <OBJECT>_items, <MODULE>_log{. Read only|}.",
            "<metric> by <dimension> since <date>{ for <city>|}", .code, .dataAnalysis),
        app(
            "{Here is|You get} a {weekly |}table {of our <TRADE>|from <CITY>}. {Name|Report} {the <SMALL> biggest changes|outliers and gaps|what <PERSON> should look at}.",
            "<table>", .analysis, .dataAnalysis),
        app(
            "{You are|Be} a {patient|cheerful} {maths|physics|language} tutor for {grade <SMALL>|<LEVEL> students}. {Give hints, not solutions|Check the pupil's answer} {in <SMALL> sentences|}.",
            "{I got <number>.|Is this right?|stuck here:} <maths>", .steps, .reasoningTrace),
        app(
            "{Explain|Summarise} {the|this} log {for support staff|to <PERSON>}: {probable cause and next step|one line each}.",
            "<log>", .prose),
        app(
            "{Write|Suggest} a {commit message|changelog line|code review} for {this|the} {change|diff} {in <MODULE>-<OBJECT>|}{, imperative mood|, max <NUMBER> characters|}.",
            "<code>", .prose, .agenticCoding),
        app(
            "{Describe|Tag} {the|this} {photo|listing image} for {a catalogue|blind users|the <TRADE> site}{ in <SMALL> keywords|}.",
            "{Item|Photo} <hex>{: <product>|}", .label, .vision),
        app(
            "{Match|Find} the {question|request} {to|in} {our|the} FAQ: {opening hours|prices}, {returns|parking}, {delivery|booking}, other. {Return the topic|}",
            "<question>", .label, temperature: 0),
        app(
            "{Draft|Write} {a reply|an answer} to this {e-mail|letter} {on behalf of|signed by} <PERSON> <FAMILY>{, <TRADE>|}{. Be <TONE>|}.",
            "<letter>", .prose),
    ]

    private static func app(
        _ instruction: String, _ item: String, _ kind: ResponseKind, _ target: CapabilityTarget = .general,
        temperature: Double? = nil
    ) -> AppWording {
        AppWording(
            instruction: Pattern(instruction), item: Pattern(item), kind: kind, target: target, temperature: temperature
        )
    }

    /// Examples that an instruction carries along.
    private func examples(_ writer: inout Writer) -> Pattern {
        let count = max(1, min(9, Int(writer.random.logNormal(median: 3, spread: 0.6))))
        let shown = (0..<count).map { _ -> String in
            let input = writer.write(item)
            return "Input: " + input + "\nOutput: " + writer.response(kind)
        }
        return Pattern(verbatim: shown.joined(separator: "\n"))
    }

    /// What a program found for a question, of no fixed length.
    private func found(_ writer: inout Writer) -> Pattern {
        let passages = (0..<writer.random.int(1...5)).map { _ in "{<article>|<essay>|<clause>|<notes>|<record>}" }
        return Pattern("{Context|Sources|Found}:\n" + passages.joined(separator: "\n"))
    }

    /// The application as one customer runs it.
    func work(_ writer: inout Writer) -> Task {
        var instruction = instruction.frozen(by: &writer)
        if writer.random.chance(0.45) { instruction = instruction.followed(by: examples(&writer)) }
        var task = Task(
            prompts: [item], kind: kind, target: target, temperature: writer.random.chance(0.6) ? temperature : nil)
        switch writer.random.below(5) {
        case _ where writer.random.chance(0.2):
            task.system = instruction
            task.prompts = (0..<4).map { _ in found(&writer).followed(by: item.asInput) }
        case 0: task.prompts = [instruction.followed(by: item.asInput)]
        case 1: task.prompts = [item.asInput.followed(by: instruction)]
        case 2:
            // A fashionable opening that thousands of programs share.
            task.system = Pattern(verbatim: "You are a helpful assistant.")
            task.prompts = [instruction.followed(by: item.asInput, " ")]
        default: task.system = instruction
        }
        task.repeats = writer.random.number(0.005..<0.1)
        if writer.random.chance(0.35) {
            task.followUps = Questions.next
            task.followChance = writer.random.number(0.05..<0.5)
        }
        if target == .vision { task.images = 1...1 }
        return task
    }
}
