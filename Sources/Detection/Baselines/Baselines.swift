import Evidence
import HostileText

/// Simple detectors from the literature, on the same exchanges, to see what the whole effort is worth. Each gives every
/// account a number; an account that it cannot judge gets the least.
enum Baselines {
    /// The most prompts of an account that a baseline looks at, picked by hash.
    static let mostPrompts = 120

    /// The ranking that each baseline gives.
    static func rankings(_ input: DetectionInput, yardstick: Yardstick) -> [String: Evaluation.Ranking] {
        let intake = Intake(input)
        var readings = Readings()
        let prompts = TextTable(.prompt, of: intake.exchanges, readings: &readings)
        let samples = intake.ranges.map { sample($0, intake, prompts) }
        return [
            "volume": yardstick.ranking(intake.ranges.map { Double($0.count) }),
            "prada": yardstick.ranking(Prada.scores(samples)),
            "mmd": yardstick.ranking(WindowMMD.scores(samples)),
            "near_duplicate": yardstick.ranking(OwnNearDuplicates.scores(samples)),
        ]
    }

    /// Some prompts of an account, each as the set of its shingles of two words, in the order of their times.
    private static func sample(_ range: Range<Int>, _ intake: Intake, _ prompts: TextTable) -> [[UInt64]] {
        let places = range.filter { prompts.textOf[$0] >= 0 && prompts.words[Int(prompts.textOf[$0])].count >= 3 }
        let picked = places.map { (StableHash.of(intake.exchanges[$0].id.text.verbatim), $0) }
            .sorted { $0 < $1 }.prefix(mostPrompts).map(\.1).sorted()
        return picked.map { place in
            let words = prompts.words[Int(prompts.textOf[place])].prefix(120)
            return Set(zip(words, words.dropFirst()).map { StableHash.combine($0, $1) }).sorted()
        }
    }
}
