/// The share of an account's prompts that nearly repeat an earlier one of its own, after SEAT (Zhang et al. 2021), which
/// counts similar pairs: Jaccard similarity of at least 0.5 on word pairs.
enum OwnNearDuplicates {
    static let leastSimilarity = 0.5
    static let fewestPrompts = 5

    static func scores(_ samples: [[[UInt64]]]) -> [Double] {
        samples.map { prompts in
            guard prompts.count >= fewestPrompts else { return -1 }
            let repeated = (1..<prompts.count).count { place in
                prompts[..<place].contains { MinHash.similarity($0, prompts[place]) >= leastSimilarity }
            }
            return Double(repeated) / Double(prompts.count)
        }
    }
}
