import Evidence

extension SharedValues {
    /// Marks the whole texts that are dealt out to a crowd. O(exchanges of those who say them · what they say).
    mutating func markDealt(_ intake: Intake, _ content: Content) {
        let repertoires = Repertoires(self).repertoires
        for (numbers, dealing) in zip(repertoires, dealings(of: repertoires, intake, content)) {
            let isDealt = Set(dealing.dealtTo)
            for number in numbers where !isDealt.isEmpty {
                values[number].dealtTo = values[number].members.filter { isDealt.contains($0) }
            }
        }
    }

    /// How the requests that say something of each repertoire are spread over those who hold a text of it.
    private func dealings(of repertoires: [[Int]], _ intake: Intake, _ content: Content) -> [Dealing] {
        var repertoireOf: [Int: Int] = [:]
        var texts: [Gathering.ContentValue: (repertoire: Int, number: Int)] = [:]
        for (place, numbers) in repertoires.enumerated() {
            for number in numbers {
                repertoireOf[number] = place
                if let said = values[number].said { texts[said] = (place, number) }
            }
        }
        let spread = Parallel.map(ofAccount.count) { [repertoireOf, texts, ofAccount] account in
            let held = Set(ofAccount[account].compactMap { repertoireOf[$0] })
            guard !held.isEmpty else { return [Int: [Int: Int]]() }
            return Self.uses(
                of: held, in: intake.ranges[account].map { content.values(at: $0).compactMap { texts[$0] } })
        }
        var dealings = Array(repeating: Dealing(), count: repertoires.count)
        for (account, uses) in spread.enumerated() {
            for (repertoire, counts) in uses {
                dealings[repertoire].add(
                    account, uses: counts.values.reduce(0, +), texts: counts.count, of: intake.ranges[account].count)
            }
        }
        return dealings
    }

    /// How many requests say which text of each repertoire: of several in one request, the first.
    private static func uses(
        of held: Set<Int>, in requests: [[(repertoire: Int, number: Int)]]
    ) -> [Int: [Int: Int]] {
        var uses: [Int: [Int: Int]] = [:]
        for said in requests where !said.isEmpty {
            let first = Dictionary(said.map { ($0.repertoire, $0.number) }, uniquingKeysWith: min)
            for (repertoire, number) in first where held.contains(repertoire) {
                uses[repertoire, default: [:]][number, default: 0] += 1
            }
        }
        return uses
    }
}
