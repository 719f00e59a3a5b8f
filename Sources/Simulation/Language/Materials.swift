/// Longer pieces of text that prompts carry: what an application reads, what a person pastes.
enum Materials {
    /// Patterns by the slot that names them.
    static let patterns: [String: [Pattern]] = [
        "review": [Pattern](
            lines: """
                {Bought|Ordered|Got} {this|the} <product> {in <month>|last <weekday>|for <person>} and it is <adjective>. {Would|Would not} buy again{, <small> stars|}.
                <adjective> <product>, <adjective> delivery. {Took <number> days|Came on <weekday>}{, box was open|, all fine|}.
                {After <small> weeks|Since <month>} the <product> {broke|still works|started to smell|is my favourite}. {Support was <adjective>|No answer from the shop|<person> helped me at once}.
                {Not what|Exactly what} I {expected|needed} for <money>. {The colour is off|The fit is good|The manual is <adjective>|The handle came off}.
                """),
        "ticket": [Pattern](
            lines: """
                {Hello|Hi|Good morning}, {my|our} order <large>-<number> {has not arrived|came twice|is missing the <product>}. {Please help|Where is it?|I want my money back}. {Regards, |}<person>
                {I cannot|Can't} log in since <weekday>, {it says|the page shows} "<error>". {Account|Customer number}: <large><number>.
                {You charged me|The invoice says} <money> {twice|too much|for a <product> I returned}. {Order|Ref} <hex>. {Please check|Explain}. <person> <family>
                {How do I|Where can I} {change|cancel|move} my {appointment|subscription|delivery} {on|from} <weekday>? {I am in <city> then|It clashes with work|}
                {Love the|Thanks for the} <product>! {Only|One thing:} the {lid|cable|app|manual} is <adjective>. {Can I get a new one?|Just so you know.}
                """),
        "invoice": [Pattern](
            lines: """
                Invoice <large>, <date>. {Bill to|Customer}: <person> <family>, <city>. <small> x <product> at <money>. {Total|Amount due} <money>, {VAT included|net}. Pay {within <number> days|by the end of <month>}.
                {From|Sender}: <family> & Sons, <city>. No. <hex>. {Goods|Items}: <product> (<small>), <product> (<small>). Sum <money>. {Thank you|Payable on receipt}.
                """),
        "notes": [Pattern](
            lines: """
                {<person>|<family>}: <object> {is late|done|needs review}; {budget <money>|<number> hours left}; {next <weekday>|ask <person>|move to <city>}
                - <thing> {ok|open} - <other> {by <weekday>|with <person>} - {who pays <money>?|call the <trade>|<number> copies}
                {Met|Call with} <person> {at <clock>|on <weekday>}. {Agreed on|Discussed} <product> for the <trade>. {Open:|To do:} {price|date|contract}. {<sentence>|}
                """),
        "clause": [Pattern](
            lines: """
                {The Supplier|The Tenant|Either party|The Licensee} shall {notify|indemnify|compensate|inform} {the other party|the Customer|the Owner} {within <number> days|without delay|in writing} if the <product> {is not delivered|is found defective|leaves <city>}. {This clause survives termination.|Liability is limited to <money>.|}
                {Where|If} {payment|delivery|notice} {is delayed|fails} by more than <number> days, {interest of <percent> applies|the contract may be ended|a fee of <money> is due}, {unless|except where} {force majeure|agreed otherwise|the <trade> is closed}.
                """),
        "article": [Pattern](
            lines: """
                <city>, <weekday>. {The|A} <trade> {in the old town|by the river|near the station} {will close|has reopened|is to move} after <number> years. {"<sentence>"|Owner <person> <family>} {said|told reporters}. {Costs are put at <money>.|Neighbours were surprised.} <sentence>
                {Researchers|Engineers|Teachers} in <city> {report|say|found} that <thing> <problem> in <percent> of cases. {The study ran for <small> years.|<sentence>} {Critics|Others} {doubt it|want more data}.
                """),
        "record": [Pattern](
            lines: """
                id=<large>; name=<person> <family>; city=<city>; item=<product>; amount=<money>; date=<date>; note=<adjective>
                "id": <large>, "city": "<city>", "item": "<product>", "qty": <small>, "state": "<adjective>"
                """),
        "maths": [Pattern](
            lines: """
                {A|The} <trade> sells <number> {tickets|boxes|loaves} a day at <small> {euros|coins} each and {loses|gives away} <small> of them. {How much|What} does it earn in <number> days?
                {Find|Determine} all {integers|primes|pairs} n {below|under} <large> such that {n^2 + <number>n|<small>n + <number>|n! - <number>} is divisible by <number>.
                {Let|Suppose} f(x) = <small>x^<small> - <number>x + <number>. {Find|Compute} {its minimum on [0, <number>]|f'(<small>)|the sum of its roots}.
                <person> {walks|cycles|drives} from <city> at <number> km/h and <person> {follows|starts} <number> minutes later at <number> km/h. {When|Where} do they meet?
                {An urn|A bag} holds <number> red and <number> blue {balls|marbles}. {What is the probability|How likely is it} that <small> drawn {are all red|show both colours}?
                {Prove|Show} that {the sum of <small> consecutive squares|any graph with <number> vertices and minimum degree <small>|a set of <number> reals} {is never a prime|contains a cycle|has two elements closer than 1/<number>}.
                A {pipe|beam|rod} of length <number> m {carries|is loaded with} <large> {N|kg}. {Find|Estimate} the {stress|deflection|flow} {in SI units|to two digits}.
                {State|Explain} why <thing> {cannot be|is not} {infinite|linear|reversible} in {a closed system|<field>}{, using <field>|}.
                """),
        "function": [Pattern](
            lines: """
                {a function|a class|a command-line tool} {that|to} <verb> {a|each|every} <object> {with at most <number> <object>s|within <small> ms|without recursion|in constant memory}
                {a service|an endpoint|a library} {that <verb>s|to <verb>} <object>s from a <module>{ and report <metric>|, retrying <small> times|}
                """),
    ]
}

extension Writer {
    /// A longer piece of text, if the slot names one.
    mutating func material(_ slot: String) -> String? {
        if let patterns = Materials.patterns[slot] { return write(oneOf: patterns) }
        switch slot {
        case "letter": return letter()
        case "table": return table()
        case "code": return code()
        case "log": return log()
        case "essay": return essay(sentences: random.int(2...5))
        case "foreign": return foreign()
        case "question": return write(oneOf: Questions.first)
        default: return nil
        }
    }

    private mutating func letter() -> String {
        var lines = [write(Phrases.salutation)]
        for _ in 0..<random.int(1...3) { lines.append(fill("sentence")) }
        lines.append(write(Phrases.farewell))
        return lines.joined(separator: random.chance(0.5) ? "\n" : " ")
    }

    /// Some sentences about the topic.
    mutating func essay(sentences: Int) -> String {
        (0..<sentences).map { _ in write(oneOf: Answers.prose) }.joined(separator: " ")
    }

    private mutating func table() -> String {
        let rows = min(14, max(3, Int(random.logNormal(median: 5, spread: 0.5))))
        let columns = [fill("dimension"), fill("metric"), fill("metric")]
        let separator = random.pick([",", ";", "\t", " | "])
        var lines = [columns.joined(separator: separator)]
        for _ in 0..<rows {
            let label = write(Phrases.rowName)
            let last = random.chance(0.06) ? "" : write(Phrases.decimal)
            lines.append([label, fill("large"), last].joined(separator: separator))
        }
        return lines.joined(separator: "\n")
    }

    /// A few lines of some programming language.
    mutating func code() -> String {
        let verb = fill("verb")
        let object = fill("object")
        let count = fill("number")
        let body = write(Phrases.call)
        switch random.below(5) {
        case 0:
            return "def \(verb)_\(object)(items, limit=\(count)):\n    out = []\n    for item in items:\n"
                + "        if \(body)(item) > limit:\n            out.append(item)\n    return out"
        case 1:
            return "export function \(verb)\(object.capitalisedFirst)(rows: Row[]) {\n"
                + "  return rows.filter(r => \(body)(r.id) !== \(count));\n}"
        case 2:
            return "func \(verb)(_ \(object): [Int]) -> Int {\n    var sum = 0\n"
                + "    for value in \(object) where value > \(count) { sum += value }\n    return sum\n}"
        case 3:
            return
                "SELECT \(object)_id, count(*) FROM \(object)s\nWHERE \(verb)d_at > now() - interval '\(count) days'\n"
                + "GROUP BY 1 HAVING count(*) > \(fill("small"));"
        default:
            return "fn \(verb)_\(object)(input: &str) -> Result<u32, Error> {\n"
                + "    let n = \(body)(input)?;\n    if n > \(count) { return Err(Error::TooMany) }\n    Ok(n)\n}"
        }
    }

    private mutating func log() -> String {
        (0..<random.int(2...6)).map { _ in
            write(Phrases.logLine)
        }.joined(separator: "\n")
    }

    private mutating func foreign() -> String {
        let tongue = random.pick(Tongue.all)
        nouns = tongue.nouns
        self.tongue = tongue
        defer { nouns = nil }
        return (0..<random.int(1...3)).map { _ in write(oneOf: tongue.forms) }.joined(separator: " ")
    }
}

extension String {
    /// The text with a capital at its head.
    var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
