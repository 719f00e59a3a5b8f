import Evidence

extension CapabilityTarget {
    /// What an exchange is about, from the strength of each target; `general` where none is strong enough.
    ///
    /// Three ranks, since the words of several targets often stand in one request. What is done with a text comes before what
    /// the text is about: answers to a riddle that are graded, a table that is made into tasks. And a subject comes before
    /// the manner: a table analysed with all reasoning written out. Of subjects the particular one comes before what serves it:
    /// data before the code that reads them, a picture before the page that shows it.
    ///
    /// - Parameters:
    ///   - strengths: The strength of each target, by its place.
    ///   - least: The least strength that counts.
    static func top(_ strengths: [Double], least: Double) -> CapabilityTarget {
        let (deed, deeds) = strongest(of: deeds, strengths)
        let (subject, subjects) = subject(strengths)
        let manner = strengths[CapabilityTarget.reasoningTrace.place]
        if deeds >= clear && deeds >= 0.85 * subjects { return deed }
        if subjects >= clear { return subject }
        let all = [(deed, deeds), (subject, subjects), (.reasoningTrace, manner)]
        guard let best = all.max(by: { $0.1 < $1.1 }), best.1 > least else { return .general }
        return best.0
    }

    /// From which strength on a rank comes before the next.
    private static let clear = 0.38
    private static let deeds: [CapabilityTarget] = [
        .traceReplay, .rewardGrading, .policyRewrite, .taskGeneration, .modelDevelopment, .probing,
    ]
    private static let subjects: [CapabilityTarget] = [
        .agenticCoding, .toolOrchestration, .agenticPlanning, .computerUse, .vision, .dataAnalysis,
    ]

    /// Subjects in which another is at work, each with that other, and with the strength from which on nothing comes before it.
    private static let particular: [(CapabilityTarget, serves: CapabilityTarget, certain: Double)] = [
        (.dataAnalysis, .agenticCoding, 0.85), (.toolOrchestration, .agenticCoding, 0.85),
        (.vision, .computerUse, 0.88),
    ]
    /// From which strength on, and which part of the other's, a particular subject comes before it.
    private static let leastParticular = 0.45, leastPart = 0.65

    private static func subject(_ strengths: [Double]) -> (CapabilityTarget, Double) {
        var left = strengths
        for (target, other, certain) in particular {
            let (own, others) = (strengths[target.place], strengths[other.place])
            if own >= max(leastParticular, leastPart * others), others < certain { left[other.place] = 0 }
        }
        return strongest(of: subjects, left)
    }

    private static func strongest(
        of targets: [CapabilityTarget], _ strengths: [Double]
    ) -> (CapabilityTarget, Double) {
        targets.reduce((CapabilityTarget.general, 0)) { best, target in
            strengths[target.place] > best.1 ? (target, strengths[target.place]) : best
        }
    }
}
