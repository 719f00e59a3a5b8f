/// Finds the fixed text that requests are made from, in one part of the exchanges.
///
/// Recurrent shingles that nearly always follow each other join to spans; spans that nearly always come together join to
/// a template, with slots between. All of it depends on counts alone, never on the order of the exchanges.
struct TemplateMiner {
    /// How often, of the more frequent one's uses, two shingles must be neighbours, or two spans come together.
    static let togetherness = 0.6
    /// The share of a template's shingles that a text must hold to be made from it.
    static let completeness = 0.6
    /// The fewest shingles of a template: eight words of fixed text.
    static let fewestShingles = 4.0

    /// A template as it is mined.
    struct Mined {
        /// A hash of its fixed text, the same in every run.
        var hash: UInt64
        /// The number of its shingles.
        var shingles: Int
        /// How much fixed text it is, in shingles of words; three of ideographs count as one.
        var length: Double
        /// How much other fixed text nearly always comes with it. A rare wording may be made of common sentences, and what is its own be a
        /// few words between them.
        var company = 0.0
        /// The distinct texts made from it.
        var texts: [Int]
        /// The exchanges made from it.
        var uses: Int
    }

    /// The templates.
    private(set) var templates: [Mined] = []
    /// The template of each text: of several, the one with most fixed words; −1 for none.
    private(set) var templateOf: [Int32]
    /// All templates that each text holds.
    private(set) var templatesOf: [[Int32]] = []
    /// For each text, the template that covers the shingle at each word; −1 where none does.
    private(set) var covers: [[Int32]] = []
    private let shingles: Shingles

    /// Mines a table. O(words).
    init(_ table: TextTable) {
        shingles = Shingles(table)
        templateOf = Array(repeating: -1, count: table.count)
        let spans = Self.joinNeighbours(shingles, table)
        let groups = Self.joinCompanions(spans, shingles, table)
        collect(groups, table)
    }

    private static func joinNeighbours(_ shingles: Shingles, _ table: TextTable) -> [Int32] {
        var neighbours = Neighbours(count: shingles.hashes.count)
        for (text, run) in shingles.runs.enumerated() {
            for place in run.indices.dropLast() where run[place] >= 0 && run[place + 1] >= 0 {
                guard mayJoin(shingles.uses[Int(run[place])], shingles.uses[Int(run[place + 1])]) else { continue }
                neighbours.add(run[place], run[place + 1], text: Int32(text), uses: table.uses[text])
            }
        }
        var sets = UnionFind(count: shingles.hashes.count)
        neighbours.each { one, other, uses in
            if Double(uses) >= togetherness * Double(max(shingles.uses[one], shingles.uses[other])) {
                sets.join(one, other)
            }
        }
        return shingles.hashes.indices.map { Int32(sets.root($0)) }
    }

    /// Whether two things of so many uses can come together nearly always, so that most pairs need no counting.
    private static func mayJoin(_ one: Int32, _ other: Int32) -> Bool {
        Double(min(one, other)) >= togetherness * Double(max(one, other))
    }

    /// Joins the longest spans of each text with each other, where they nearly always come together.
    private static func joinCompanions(_ spanOf: [Int32], _ shingles: Shingles, _ table: TextTable) -> [Int32] {
        var uses = [Int32](repeating: 0, count: shingles.hashes.count)
        var sizes = [Int32](repeating: 0, count: shingles.hashes.count)
        var present = Lists<Int32>()
        for (text, run) in shingles.runs.enumerated() {
            let spans = longest(run, spanOf, shingles, &sizes)
            for span in spans { uses[Int(span)] += table.uses[text] }
            present.append(spans)
        }
        var pairs: [UInt64: Int32] = [:]
        for text in shingles.runs.indices {
            var rest = present[text]
            while let one = rest.popFirst() {
                for other in rest where mayJoin(uses[Int(one)], uses[Int(other)]) {
                    pairs[UInt64(min(one, other)) << 32 | UInt64(max(one, other)), default: 0] += table.uses[text]
                }
            }
        }
        var sets = UnionFind(count: shingles.hashes.count)
        for (key, together) in pairs {
            let one = Int(key >> 32)
            let other = Int(key & 0xffff_ffff)
            if Double(together) >= togetherness * Double(max(uses[one], uses[other])) {
                sets.join(one, other)
            }
        }
        return spanOf.map { Int32(sets.root(Int($0))) }
    }

    /// The spans of a text with most shingles in it, at most sixteen; ties by hash.
    ///
    /// - Parameter sizes: a place for each span, 0 before and after.
    private static func longest(
        _ run: [Int32], _ spanOf: [Int32], _ shingles: Shingles, _ sizes: inout [Int32]
    ) -> [Int32] {
        var spans: [(span: Int32, size: Int32)] = []
        for shingle in run where shingle >= 0 {
            let span = spanOf[Int(shingle)]
            if sizes[Int(span)] == 0 { spans.append((span, 0)) }
            sizes[Int(span)] += 1
        }
        for place in spans.indices {
            spans[place].size = sizes[Int(spans[place].span)]
            sizes[Int(spans[place].span)] = 0
        }
        spans.sort { ($1.size, shingles.hashes[Int($0.span)]) < ($0.size, shingles.hashes[Int($1.span)]) }
        return spans.prefix(16).map(\.span)
    }

    private mutating func collect(_ groupOf: [Int32], _ table: TextTable) {
        var sizes: [Int32: Int] = [:]
        var lengths: [Int32: Double] = [:]
        var hashes: [Int32: UInt64] = [:]
        for (shingle, group) in groupOf.enumerated() where shingles.uses[shingle] >= Shingles.fewest {
            sizes[group, default: 0] += 1
            lengths[group, default: 0] += shingles.hashes[shingle] & 1 == 1 ? 1.0 / 3 : 1
            hashes[group, default: 0] &+= StableHash.mix(shingles.hashes[shingle])
        }
        var numbers: [Int32: Int32] = [:]
        let large = lengths.filter { $0.value >= Self.fewestShingles - 1e-9 }.keys
        for group in large.sorted(by: { (hashes[$0] ?? 0) < (hashes[$1] ?? 0) }) {
            numbers[group] = Int32(templates.count)
            templates.append(
                Mined(
                    hash: hashes[group] ?? 0, shingles: sizes[group] ?? 0, length: lengths[group] ?? 0, texts: [],
                    uses: 0))
        }
        for (text, run) in shingles.runs.enumerated() {
            covers.append(run.map { $0 < 0 ? -1 : numbers[groupOf[Int($0)]] ?? -1 })
            assign(text, run, table)
        }
        measureCompany(table)
    }

    /// The most templates of a text whose company is counted.
    private static let mostTogether = 16

    /// Measures for each template that is too short to be an instruction what its texts nearly always hold too. O(texts).
    private mutating func measureCompany(_ table: TextTable) {
        let isShort = templates.map { $0.length < Gathering.wordsOfWhole }
        var uses = [Int](repeating: 0, count: templates.count)
        var together: [UInt64: Int] = [:]
        for (text, held) in templatesOf.enumerated() {
            for one in held where isShort[Int(one)] {
                uses[Int(one)] += Int(table.uses[text])
                guard held.count <= Self.mostTogether else { continue }
                for other in held where other != one {
                    together[UInt64(one) << 32 | UInt64(other), default: 0] += Int(table.uses[text])
                }
            }
        }
        // In one order, since sums of fractions hang on it.
        for (key, count) in together.sorted(by: { $0.key < $1.key }) {
            let (one, other) = (Int(key >> 32), Int(key & 0xffff_ffff))
            if Double(count) >= Self.togetherness * Double(uses[one]) {
                templates[one].company += templates[other].length
            }
        }
    }

    private mutating func assign(_ text: Int, _ run: [Int32], _ table: TextTable) {
        var pieces: [UInt64] = []
        for (place, template) in covers[text].enumerated() where template >= 0 {
            pieces.append(UInt64(template) << 32 | UInt64(run[place]))
        }
        pieces.sort()
        var held: [(template: Int32, shingles: Int)] = []
        for place in pieces.indices where place == 0 || pieces[place] != pieces[place - 1] {
            let template = Int32(pieces[place] >> 32)
            if held.last?.template != template { held.append((template, 0)) }
            held[held.count - 1].shingles += 1
        }
        held.removeAll {
            Double($0.shingles) < Self.completeness * Double(templates[Int($0.template)].shingles)
        }
        templatesOf.append(held.map(\.template))
        guard let best = held.min(by: { ($1.shingles, $0.template) < ($0.shingles, $1.template) })?.template else {
            return
        }
        templateOf[text] = best
        templates[Int(best)].texts.append(text)
        templates[Int(best)].uses += Int(table.uses[text])
    }
}
