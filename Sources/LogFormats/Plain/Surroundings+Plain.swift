import Evidence
import HostileText

extension Surroundings {
    /// Reads the surroundings of a plain record.
    ///
    /// - Parameters:
    ///   - named: the account, where another field than `account` names it.
    ///   - images: the number of images in the request.
    init(_ fields: inout PlainFields, named: String?, images: Int?) throws(RecordProblem) {
        fields.readSpelling()
        let (read, notes) = try fields.withoutNotes { (fields) throws(RecordProblem) in
            let account = if let named { UntrustedText(named) } else { try fields.requiredText(.account) }
            try FieldLimits.check(id: account.verbatim, field: "account")
            var circumstances = Exchange.Circumstances()
            circumstances.organisation = fields.text(.organisation).map(OrganisationID.init)
            circumstances.provider = fields.text(.provider)
            circumstances.operation = fields.text(.operation)
            circumstances.finishReason = fields.text(.finishReason)
            circumstances.parameters.stream = fields.truth(.stream)
            circumstances.parameters.temperature = fields.number(.temperature)
            circumstances.parameters.maxTokens = fields.count(.maxTokens)
            circumstances.images = images
            circumstances.origin = Surroundings.origin(&fields)
            circumstances.standing = Surroundings.standing(&fields)
            return (AccountID(account), circumstances, Surroundings.secrets(&fields))
        }
        account = read.0
        circumstances = Shared(read.1)
        secrets = Shared(read.2)
        unusable = notes
    }

    private static func origin(_ fields: inout PlainFields) -> Exchange.Origin {
        var origin = Exchange.Origin()
        origin.asn = fields.count(.asn)
        origin.country = fields.text(.country)
        origin.userAgent = fields.text(.userAgent)
        origin.tlsFingerprint = fields.text(.tlsFingerprint)
        return origin
    }

    private static func standing(_ fields: inout PlainFields) -> Exchange.Standing {
        var standing = Exchange.Standing()
        standing.createdAt = fields.time(.accountCreated)?.instant
        standing.plan = fields.text(.plan)
        standing.emailDomain = fields.text(.emailDomain) ?? EmailAddress.domain(of: fields.text(.email))
        if let pathway = fields.text(.pathway) {
            standing.pathway = AccessPathway(rawValue: pathway.verbatim)
            if standing.pathway == nil { fields.note(.pathway) }
        }
        return standing
    }

    private static func secrets(_ fields: inout PlainFields) -> LoggedExchange.Secrets {
        var secrets = LoggedExchange.Secrets()
        secrets.address = fields.text(.ip)
        secrets.apiKey = fields.text(.apiKey)
        secrets.endUser = fields.text(.endUser)
        secrets.payment = fields.text(.payment)
        secrets.email = fields.text(.email)
        return secrets
    }
}
