extension Int {
    /// A number of things in words: `1 account`, `7 accounts`.
    func counted(_ noun: String) -> String {
        self == 1 ? "1 \(noun)" : "\(self) \(noun)s"
    }
}
