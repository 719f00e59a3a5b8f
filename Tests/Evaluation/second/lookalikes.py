"""The ten classes of ordinary customers that look like harvesters: who they are and what they share."""
import applications
import lookalike_habits as habits
import names
import network
import published
from ordinary import Application, CodingClient, Home, Script
from paraphrase import paraphrased
from people import move_to_cloud, organisation
from purposes import PURPOSES

EXAM_FORMS = [published.PROMPTS[0], published.PROMPTS[3], "{x}\n\nAnswer with the final number after ####.",
              "Q: {x}\nA: Let's think step by step."]
JUDGES = ["You are an impartial judge. Look at the replies that two assistants gave to one user, say which of them serves the "
          "user better, and close with [[A>B]], [[A=B]] or [[B>A]].",
          "You compare the answer of our bot with a reference. Reply with JSON {\"pass\": true|false}."]
LEGAL_TASKS = [
    "Extract parties, governing law, term, termination and liability caps from the contract below. Use null where a clause is "
    "missing.",
    "Summarise the obligations in this agreement for a lawyer and quote the clause numbers.",
    "Mark every clause that deviates from our playbook and propose wording.",
    "List deadlines and notice periods contained in the filing.",
]


def everyone(world, number):
    """So many accounts of each class."""
    accounts = []
    for kind, make in CLASSES.items():
        sizes = SIZES.get(kind)
        for size in (groups(world.rng, number, *sizes) if sizes else [1] * number):
            made = make(world, size)
            for account in made:
                account.kind = kind
            accounts += made
    return accounts


def groups(rng, number, least, most):
    """The sizes of organisations that have so many accounts together."""
    while number > 0:
        size = min(number, rng.randint(least, most))
        yield size
        number -= size


def company(world, size, tag, base, habit, **shared):
    """Accounts of one organisation that have, after the preparations of an ordinary habit, a habit of their own."""
    def member():
        account = world.account(base)
        account.habit = habit(account)
        return account
    return organisation(world, size, member, tag, **shared)


def university(world, countries):
    return world.rng.choice(network.UNIVERSITIES), world.rng.choice(countries)


def academic_eval(world, size):
    """A laboratory that runs benchmarks: one form, temperature 0."""
    rng = world.rng
    form, place = rng.choice(EXAM_FORMS), university(world, ["US", "DE", "CH", "GB"])
    accounts = company(world, size, "academic_eval", Script, lambda account: habits.Benchmark(world, account, form),
                       operator=place, shared_payment=.7)
    for account in accounts:
        account.temperature, account.names_conversations = 0.0, False
        account.pathway = rng.choice(["research", "education", "direct_api"])
    return accounts


def labelling_vendor(world, size):
    """A vendor whose accounts mark texts by a few guidelines."""
    rng = world.rng
    guides = [" ".join(PURPOSES["grade"].parts(rng)) + " " + rng.choice(
        [f"Guideline {rng.randint(2, 40)}.", f"Batch for {rng.choice(names.COMPANIES)}."]) for _ in range(rng.randint(1, 4))]
    accounts = company(world, size, "labelling_vendor", Script, lambda account: habits.Labelling(world, account, guides),
                       cloud=.2, burst=.6)
    for account in accounts:
        account.temperature = rng.choice([0.0, .2, None])
    return accounts


def single_domain_chatbot(world, size):
    """An assistant that talks of one thing only."""
    rng = world.rng
    account = world.account(Application)
    account.habit = habits.OneSubject(world, account, applications.assistant(rng), rng.choice(habits.SUBJECTS))
    account.names_users = rng.random() < .8
    return [account]


def ci_agents(world, size):
    """Coding agents that a company's pipeline starts at night."""
    rng = world.rng
    client = rng.choice(published.CLIENTS[:3])
    task = paraphrased(PURPOSES["code"], "", rng).strip()
    accounts = company(world, size, "ci_agents", CodingClient,
                       lambda account: habits.NightAgents(world, account, client, task, rng.uniform(20, 29)), cloud=.9)
    for account in accounts:
        account.user_agents = [network.named_client(rng, client)]
        if rng.random() < .6:
            move_to_cloud(world, account)
    return accounts


def llm_judge_ci(world, size):
    """A pipeline that lets a model judge another's answers."""
    rng = world.rng
    system = rng.choice([JUDGES[0], " ".join(PURPOSES["grade"].parts(rng)), JUDGES[1]])
    accounts = company(world, size, "llm_judge_ci", Script, lambda account: habits.Judging(world, account, system), cloud=.9)
    for account in accounts:
        account.temperature, account.names_conversations = 0.0, False
    return accounts


def legal_batch(world, size):
    """A law firm that has contracts read overnight."""
    rng = world.rng
    task = rng.choice(LEGAL_TASKS) + f" Matter {rng.randint(1000, 9999)}."
    return company(world, size, "legal_batch", Script,
                   lambda account: habits.Contracts(world, account, task, rng.uniform(18, 30)))


def fixed_system_prompt(world, size):
    """A customer whose accounts all send one system prompt."""
    rng = world.rng
    system = applications.assistant(rng) + " " + " ".join(PURPOSES[rng.choice(list(PURPOSES))].parts(rng))
    accounts = company(world, size, "fixed_system_prompt", Application,
                       lambda account: habits.OneSystem(world, account, system), cloud=.6)
    for account in accounts:
        account.names_users = rng.random() < .5
    return accounts


def university_nat(world, size):
    """A class behind one address, with the same homework."""
    rng = world.rng
    place = university(world, ["US", "DE", "GB"])
    homework = [world.ordinary_texts.deal()[1] for _ in range(6)]
    lessons = sorted(rng.uniform(0, world.span) for _ in range(4))
    accounts = company(world, size, "university_nat", Home,
                       lambda account: habits.Student(world, account, homework, lessons),
                       operator=place, shared_payment=.1, burst=.8)
    shared = accounts[0].addresses[0]
    for account in accounts:
        account.addresses = [shared] + ([account.addresses[-1]] if rng.random() < .4 else [])
        account.pathway = "education" if rng.random() < .85 else "subscription"
    return accounts


def own_finetune(world, size):
    """A company that makes data for its own fine-tuned model, with leave."""
    rng = world.rng
    source, raw = rng.choice(habits.TRAINING_SOURCES), rng.random() < .6
    model = "ft:model-b:%s:%s" % (rng.choice(names.COMPANIES).lower(), network.digest("own_finetune", rng.random())[:5])
    teacher = rng.random() < .6
    runs = [rng.uniform(0, .9) * world.span for _ in range(rng.randint(2, 5))]
    prompt = applications.small_application(rng)
    accounts = company(world, size, "own_finetune", Script,
                       lambda account: habits.FineTuning(world, account, source, raw, model, teacher, runs, prompt),
                       cloud=.6)
    for account in accounts:
        account.names_conversations = False
    return accounts


def public_coding_client(world, size):
    """A user of the most common coding client."""
    account = world.account(CodingClient)
    account.habit.client = published.CLIENTS[0]
    account.user_agents = [f"{published.CLIENTS[0].name}/1.{world.rng.randint(30, 40)}.{world.rng.randint(0, 4)}"]
    return [account]


CLASSES = {make.__name__: make for make in (
    academic_eval, labelling_vendor, single_domain_chatbot, ci_agents, llm_judge_ci, legal_batch, fixed_system_prompt,
    university_nat, own_finetune, public_coding_client)}
# The least and the most accounts of an organisation; classes that are not here have accounts of their own.
SIZES = {"academic_eval": (1, 5), "labelling_vendor": (6, 14), "ci_agents": (1, 6), "llm_judge_ci": (1, 5),
         "legal_batch": (1, 4), "fixed_system_prompt": (10, 26), "university_nat": (13, 26), "own_finetune": (3, 9)}
