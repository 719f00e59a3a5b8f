/// Short patterns that pieces of text are put together from.
enum Phrases {
    static let salutation = Pattern("{Dear|Hello|Hi} <person>,")
    static let farewell = Pattern("{Best|Regards|Yours|See you}, <person>{ <family>|}")
    static let rowName = Pattern("{<city>|<month>|<product>|<date>}")
    static let decimal = Pattern("<number>.<small>")
    static let call = Pattern("{<verb>|check|load}_<object>")
    static let logLine = Pattern(
        "<date> <clock> {INFO|WARN|ERROR|DEBUG} <module>: {<verb> <object> <hex>|<error>|took <large> ms}")
    static let scoreAnswer = Pattern("{<small>|Score: <small>|<small>/10|Rating: <small>}")
    static let verdictAnswer = Pattern("{A|B|A is better.|B is better.|[[A]]|[[B]]|Tie}")
    static let labelAnswer = Pattern("{<adjective>|billing|delivery|other|positive|negative|neutral|question}")
    static let codeAnswer = Pattern("{Here is the change|This should do it|Done}.\n")
    static let rewriteAnswer = Pattern(
        "<sentence> {In <city>|In <year>}, {views differ|accounts vary|events followed} {on this|here}. <sentence>")
    static let actionAnswer = Pattern("{click|move to|type into} the <widget> at (<large>, <number>){, then wait|}")
    static let callAnswer = Pattern("{I will|Let me} {look that up|check|call the tool}.")
    static let analysisAnswer = Pattern(
        "{Mean|Median} <metric> is <number>.<small>; {by|across} <dimension> {it varies by <percent>|<city> leads|there is no clear trend}. "
    )
    static let task = Pattern("{<maths>|Write <function>.|<question>}")
    static let pasted = Pattern("{<letter>|<table>|<log>|<notes>|<article>|<essay>}")
}
