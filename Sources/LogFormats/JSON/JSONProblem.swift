/// Why bytes are no JSON value, and where.
struct JSONProblem: Error, Equatable {
    /// What is wrong.
    enum Kind: Equatable {
        /// The bytes end inside a value.
        case endsEarly
        /// This byte cannot stand here.
        case unexpected(UInt8)
        /// Something other than white space follows the value.
        case trailing
        /// Arrays and objects are nested deeper than allowed.
        case tooDeep(limit: Int)
        /// It holds more values than are taken at once.
        case tooManyValues(limit: Int)
        /// An escape in a string is none of JSON's.
        case badEscape
    }

    /// What is wrong.
    var kind: Kind
    /// The byte, counted from the value's first.
    var offset: Int

    /// What is wrong, as the end of a sentence.
    var phrase: String {
        switch kind {
        case .endsEarly: "it ends in the middle of a value"
        case .unexpected(let byte) where (0x21...0x7e).contains(byte):
            "the character \(Character(UnicodeScalar(byte))) cannot stand there"
        case .unexpected(let byte): "the byte 0x\(String(byte, radix: 16)) cannot stand there"
        case .trailing: "something follows the value"
        case .tooDeep(let limit): "it is nested more than \(limit) deep"
        case .tooManyValues(let limit): "it holds more than \(limit) values"
        case .badEscape: "an escape in a string is none of JSON's"
        }
    }
}
