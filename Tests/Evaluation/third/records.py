"""An exchange as the log has it."""


def record(rng, request, time, outcome):
    """The record of an attempt; times are seconds yet, which `logfile.py` writes out."""
    ask, account, answer, style = request.ask, request.account, outcome.answer, request.ask.style
    client, place = ask.client or account.client, request.place
    return {
        "time": time, "account": account.id, "organisation": account.organisation, "api_key": request.key,
        "end_user": ask.end_user, "conversation": None if account.hides_conversations else ask.conversation,
        "turn": ask.turn, "provider": "example", "model": request.model.name, "operation": "chat", "stream": style.streams,
        "temperature": rng.choice(style.temperatures), "max_tokens": request.limit,
        "end_time": time + outcome.seconds, "input_tokens": request.tokens, "output_tokens": answer.output,
        "reasoning_tokens": answer.reasoning, "cached_tokens": cached(rng, request), "cost": cost(request, answer),
        "status": outcome.status, "finish_reason": answer.finish, "error": outcome.error, "system": request.system,
        "messages": request.messages, "response": answer.text, "tools": request.tools, "images": request.images,
        "ip": place.address, "asn": place.operator, "country": place.country, "user_agent": client.user_agent,
        "tls_fingerprint": None if account.hides_fingerprint else client.fingerprint, "pathway": account.pathway,
        "account_created": account.created, "plan": account.plan, "payment": account.payment, "email_domain": account.mail,
    }


def cached(rng, request):
    """The tokens that the platform had in its cache: of a system prompt, or of earlier turns."""
    if (request.system or request.ask.turn) and rng.random() < .4 and request.tokens > 300:
        return int(request.tokens * .6)
    return 0


def cost(request, answer):
    """Dollars."""
    price_in, price_out = request.model.price_in, request.model.price_out
    return round((request.tokens * price_in + (answer.output + answer.reasoning) * price_out) / 1e6, 6)
