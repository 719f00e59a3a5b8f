/// How large a part of each account's requests holds which word, for words that come again and again.
struct WordShares {
    /// The distinct texts of an account that are read, picked by hash; of fewer prompts than the least nothing is said.
    static let texts = (least: 8, most: 128)
    /// The words read at the beginning of a prompt, and as many at its end.
    static let ends = 80
    /// The texts that must hold a word, and their share of all.
    static let least = (uses: 3, share: 0.03)

    /// A word in an account's requests.
    struct Share {
        var word: UInt64
        var share: Double
    }

    /// The words of each account, in rising order; `nil` where there are too few texts.
    let ofAccount: [[Share]?]

    /// Reads the prompts of all accounts. Linear in the words of the prompts that count.
    init(prompts: TextTable, _ intake: Intake) {
        ofAccount = Parallel.map(intake.ranges.count) { account in
            let texts = Set(intake.ranges[account].map { prompts.textOf[$0] }).filter { $0 >= 0 }
                .sorted { prompts.hashes[Int($0)] < prompts.hashes[Int($1)] }.prefix(Self.texts.most)
            guard texts.count >= Self.texts.least else { return nil }
            var all: [UInt64] = []
            for text in texts {
                let words = prompts.words[Int(text)]
                let read = words.count <= 2 * Self.ends ? words[...] : words.prefix(Self.ends) + words.suffix(Self.ends)
                all += Set(read)
            }
            all.sort()
            return Self.shares(of: all, texts: texts.count)
        }
    }

    private init(ofAccount: [[Share]?]) {
        self.ofAccount = ofAccount
    }

    /// The shares with those of what is said beside the prompts: a word has the larger one. An account all of whose
    /// requests carry one instruction has each of its words wholly. Linear in exchanges and in the words of instructions.
    func joined(with instructions: TextTable, _ intake: Intake) -> WordShares {
        WordShares(
            ofAccount: Parallel.map(ofAccount.count) { [ofAccount] account in
                let range = intake.ranges[account]
                var uses: [Int32: Int] = [:]
                for place in range where instructions.textOf[place] >= 0 {
                    uses[instructions.textOf[place], default: 0] += 1
                }
                guard !uses.isEmpty else { return ofAccount[account] }
                var shares = Dictionary(
                    (ofAccount[account] ?? []).map { ($0.word, $0.share) }, uniquingKeysWith: { first, _ in first })
                var counts: [UInt64: Int] = [:]
                let texts = uses.keys.sorted { instructions.hashes[Int($0)] < instructions.hashes[Int($1)] }
                for text in texts.prefix(Self.texts.most) {
                    for word in Set(instructions.words[Int(text)]) { counts[word, default: 0] += uses[text] ?? 0 }
                }
                for (word, count) in counts where count >= Self.least.uses && word != Words.digits {
                    shares[word] = max(shares[word] ?? 0, Double(count) / Double(range.count))
                }
                return shares.sorted { $0.key < $1.key }.map { Share(word: $0.key, share: $0.value) }
            })
    }

    /// The shares of words that enough texts hold, given the words of each text, all in rising order.
    private static func shares(of words: [UInt64], texts: Int) -> [Share] {
        var shares: [Share] = []
        var start = 0
        while start < words.count {
            var end = start + 1
            while end < words.count, words[end] == words[start] { end += 1 }
            let share = Double(end - start) / Double(texts)
            if end - start >= least.uses, share >= least.share, words[start] != Words.digits {
                shares.append(Share(word: words[start], share: share))
            }
            start = end
        }
        return shares
    }
}
