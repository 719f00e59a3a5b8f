/// Lists of words that slots are filled from.
enum Lexicon {
    /// The list behind a slot, where it is a plain list.
    static let lists: [String: [Pattern]] = {
        var lists: [String: [Pattern]] = [:]
        for line in source.split(separator: "\n") {
            let parts = line.split(separator: ":", maxSplits: 1)
            lists[String(parts[0]).trimmed] = parts[1].split(separator: ";").map { Pattern(String($0).trimmed) }
        }
        return lists
    }()

    private static let source = """
        city: Lisbon; Osaka; Nairobi; Gdańsk; Quito; Hobart; Leipzig; Tunis; Oslo; Hanoi; Lyon; Porto; Izmir; Accra; Busan; Turku; Cusco; Bergen; Split; Kazan; Pune; Cork; Graz; Ghent
        person: Amara; Jonas; Mei; Tomás; Priya; Olek; Noor; Hana; Luca; Ines; Kofi; Sven; Leila; Diego; Yuki; Anja; Farid; Marta; Ravi; Elin; Bruno; Zofia; Omar; Nadia
        family: Okafor; Lindqvist; Tanaka; Moreau; Petrov; Silva; Haddad; Novak; Keller; Rossi; Ivanov; Nguyen; Costa; Baker; Yilmaz; Schmid; Andersen; Mbeki
        month: January; February; March; April; May; June; July; August; September; October; November; December
        weekday: Monday; Tuesday; Wednesday; Thursday; Friday; Saturday; Sunday
        language: Spanish; French; German; Portuguese; Russian; Japanese; Arabic; Hindi; Korean; Turkish; Polish; Dutch; Swedish; Greek
        product: garden hose; desk lamp; rain jacket; water filter; bike helmet; toaster; running shoe; office chair; phone case; camping stove; baby monitor; hair dryer; drill; suitcase; coffee grinder; air mattress
        trade: florist; bakery; dental practice; law firm; bike shop; travel agency; insurance broker; language school; real-estate office; furniture maker; vet clinic; brewery; music school; hotel; logistics company; charity; optician; energy supplier; bookshop; town museum
        tone: friendly; formal; brief; warm; neutral; cheerful; precise; patient; businesslike; plain
        field: statistics; organic chemistry; number theory; thermodynamics; macroeconomics; genetics; linear algebra; combinatorics; optics; epidemiology; game theory; signal processing; geometry; probability; materials science; econometrics; logic; fluid mechanics
        level: high-school; undergraduate; graduate; olympiad; professional
        adjective: late; broken; helpful; rude; excellent; confusing; slow; cheap; careful; noisy; sturdy; flimsy; pleasant; overpriced
        verb: compute; parse; merge; validate; schedule; normalise; compress; cache; encode; sort; batch; retry; stream; index; convert
        object: order; session; token; matrix; calendar; queue; graph; buffer; invoice; tree; packet; record; image; ledger; feed; route
        module: parser; scheduler; ledger; router; gateway; indexer; exporter; worker; resolver; renderer; importer; planner; tracker; mailer; archive; notifier
        extension: py; ts; go; rs; java; swift; rb; cpp; kt; c
        error: null value where <object> was expected; timeout after <number> seconds; index <number> out of range; assertion failed: <number> is not <number>; cannot convert <object> to <module>; missing key '<object>'; connection reset by peer; permission denied: <path>; recursion limit reached; duplicate <object> id
        path: src/<module>/<object>.<extension>; lib/<object>_<module>.<extension>; tests/test_<module>.<extension>; internal/<module>/<verb>.<extension>; app/<module>s/<verb>_<object>.<extension>; pkg/<object>/<module>_<verb>.<extension>
        repo: <object>-<module>; <verb>-<object>; tiny-<module>; open-<object>; <module>kit
        issue: {a|the} {complaint|question|refund request|delivery problem|billing error|password problem|praise|address change}
        sentence: The <product> {arrived|came|was delivered} {late|on time|in <month>|without a box}, and <person> {was not pleased|liked it|sent it back|wants another}.; {We|They} {will meet|met|cannot meet} in <city> {next <weekday>|at <clock>|after lunch} to {talk about|sign|look at} the <object>.; {Please|Kindly} {note|remember} that the <trade> {closes|opens|moves} {in <month>|at <clock>|for <small> weeks}.; {Nobody|Everybody|Hardly anyone} {expected|believed|said} that the <trade> would {grow|close|change} {so fast|in <year>|at all}.; <person> <family> {has|had} {paid|owed|sent} <money> {for|towards} the <product>.
        sensitive: {a|the} {territorial dispute over <number> islands|crackdown on a street protest|ban on a religious movement|trial of a dissident writer|censored news report|leaked party memo|expulsion of a foreign reporter|shutdown of the mobile network|forced relocation of villagers|rewritten history textbook|disputed vote count|general's sudden removal}
        outlet: a schoolbook; a state broadcaster; a travel site; a question-and-answer page; a company newsletter; a public forum; an encyclopaedia stub
        screen: a {settings|checkout|search|login|calendar|file|mail|map} {page|window|dialog} with {a|the} {'Save'|'Next'|'Search'|'Send'|'Delete'|'Apply'} button at (<number>, <number>)
        widget: 'Save' button; date field; search box; 'Next' link; country list; file menu; cookie notice; sort arrow; row <number>; map pin; 'Apply' button; tab '<object>s'
        chart: bar chart of {monthly sales|rainfall|visitors} in <city>; line chart of {prices|temperatures} since <year>; photo of a {street sign|receipt|menu|whiteboard} in <city>; scanned form for {a refund|a permit|a loan}; floor plan of a <trade>; diagram of a <module> and its <object>s; screenshot of {a timetable|an error message|a chat}
        metric: revenue; churn; returns; waiting time; conversion; stock; complaints; energy use; attendance; margin; downtime; basket value
        dimension: region; month; product line; store; customer age; channel; weekday; supplier; plan; device
        criterion: accuracy; completeness; clarity; tone; depth; safety; brevity; grounding; logic; usefulness; structure; originality
        method: bootstrap intervals; a mixed model; a Poisson regression; seasonal decomposition; a difference-in-differences design; survival curves; a permutation test; clustering
        toolverb: get; list; create; update; cancel; search; book; convert; track; send; fetch; estimate
        toolnoun: weather; flight; order; invoice; calendar_event; ticket; currency; route; contact; reminder; shipment; booking; stock_price; document; playlist; recipe
        """
}
