import Evidence

extension CapabilityTarget {
    /// What an exchange is about, from the strength of each target; `general` where none is strong enough.
    ///
    /// Three ranks, since the words of several targets often stand in one request. What is done with a text comes before what
    /// the text is about: answers to a riddle that are graded, a table that is made into tasks. And a subject comes before
    /// the manner: a table analysed with all reasoning written out.
    ///
    /// - Parameters:
    ///   - strengths: The strength of each target, by its place.
    ///   - least: The least strength that counts.
    static func top(_ strengths: [Double], least: Double) -> CapabilityTarget {
        let (deed, deeds) = strongest(of: deeds, strengths)
        let (subject, subjects) = strongest(of: subjects, strengths)
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

    private static func strongest(
        of targets: [CapabilityTarget], _ strengths: [Double]
    ) -> (CapabilityTarget, Double) {
        targets.reduce((CapabilityTarget.general, 0)) { best, target in
            strengths[target.place] > best.1 ? (target, strengths[target.place]) : best
        }
    }
}
