"""What strangers have in common because it is public: prompts that are passed around, coding clients, names of functions.

The wordings are made up in the manner of public ones.
"""
from typing import NamedTuple


class Client(NamedTuple):
    """A coding client: its name, its system prompt, its tools."""
    name: str | None
    system: str | None
    tools: list


# Prompts as libraries and papers hand them out; `{x}` is the input.
PROMPTS = [
    "What follows is an order to carry out. Compose an answer that does all of what it asks.\n\n### Order:\n{x}\n\n### Answer:",
    "Take the passages that come next as your only source for the question that closes them. Where they do not hold the "
    "answer, admit it instead of inventing one.\n\n{x}\n\nUseful reply:",
    "Reply to what is asked here to the best of your ability, and keep to this layout:\n\nAsked: what you have to reply to\n"
    "Consideration: what you turn over in your mind before that\nReply: what you settle on\n\nHere we go!\n\nAsked: {x}\n"
    "Consideration:",
    "Problem: {x}\nSolution: Let's think step by step.",
    "Sum up in few words what stands here:\n\n\"{x}\"\n\nIN SHORT:",
    "With the talk so far and what was asked last, put that last question so that it can be understood alone.\n\n"
    "Talk so far:\n\nLast question: {x}\nQuestion by itself:",
    "You are a helpful assistant. Be as brief as you can.\n\n{x}",
]

CLIENTS = [
    Client("codeline",
           "You are Codeline, an agent on the command line for work on software. Reach for your tools wherever they serve. "
           "Keep answers short, since they are shown in a terminal. Never commit unless the user asks. Follow the conventions "
           "of the repository: look at neighbouring files before you write. When a task has several steps, keep a list of them "
           "and mark each as done. Prefer editing files over creating new ones. Run the linter and the tests when you know how.",
           ["bash", "read_file", "edit_file", "write_file", "grep", "glob", "todo", "web_fetch", "notebook_edit", "task"]),
    Client("pilotide",
           "You help a programmer from within the editor, and do exactly what the programmer requires. Open files are given as "
           "context. Answer with code blocks that name the file. Minimise other prose.",
           ["read_file", "apply_patch", "list_dir", "search_workspace", "run_in_terminal", "get_errors"]),
    Client("forgebot",
           "You are Forge, an agent that works on issues. The repository is checked out in /workspace. Reproduce the issue, "
           "change the code, verify, and finish by calling submit. Issue single commands; each output comes back as an "
           "observation.",
           ["execute", "str_replace_editor", "submit"]),
    Client("tabwise",
           "You complete code at the cursor. Return only the text to insert, without explanation and without repeating what is "
           "already there.",
           []),
    Client("opendesk",
           "You are OpenDesk, a general assistant with access to the files of a folder. Ask before destructive actions. Cite "
           "files with line numbers.",
           ["ls", "cat", "write", "search", "python"]),
]

# Functions that applications and agents hand to a model.
TOOLS = [
    "search", "get_weather", "book_flight", "send_email", "query_db", "run_python", "fetch_url", "create_event", "list_files",
    "translate_text", "get_stock", "find_place", "order_status", "convert_currency", "lookup_user", "update_ticket", "bash",
    "read_file", "edit_file", "get_news", "add_note", "route_map", "unit_convert", "ocr_image", "play_music", "get_calendar",
    "submit", "vector_search",
]
