internal import TextUI

extension Role {
    /// The role of a name in a theme: `brush-edge`, `series-3`.
    init?(spelling: String) {
        guard let role = Role.bySpelling[spelling] else { return nil }
        self = role
    }

    /// The roles that a theme may give as one list.
    static let families: [String: [Role]] = [
        "score": [.score1, .score2, .score3, .score4, .score5],
        "series": (1...14).map { Role.series($0) },
        "label": (1...7).map { Role.label($0) },
        "edge": (1...6).map { Role.edge($0) },
    ]

    private static let bySpelling: [String: Role] = {
        var roles: [String: Role] = [:]
        for role in Role.allCases {
            var spelling = ""
            for character in String(describing: role) {
                if character.isUppercase || (character.isNumber && !(spelling.last?.isNumber ?? true)) {
                    spelling += "-"
                }
                spelling += character.lowercased()
            }
            roles[spelling] = role
        }
        return roles
    }()
}
