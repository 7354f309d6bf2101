"""The commands in a Markdown page: in fenced blocks, and in `backticks` of its text."""
import re
import shlex

SHELL = ("sh", "console")  # run by tests/readme.sh; only looked at
# Said before a command, and no part of it.
BEFORE = {"sudo", "env", "exec", "do", "then", "else", "if", "while", "until", "!", "nohup", "time"}


def simple_commands(line):
    """Each command of a line of shell, as words, without redirections and what stands before it."""
    lexer = shlex.shlex(line, posix=True, punctuation_chars=True)
    lexer.whitespace_split = True
    try:
        tokens = list(lexer)
    except ValueError:
        return  # a quote that ends in the next line
    commands, command, skip = [], [], False
    for token in tokens:
        if skip:
            skip = False
        elif set(token) <= set("();|&"):
            commands.append(command)
            command = []
        elif set(token) <= set("<>"):
            skip = True
        else:
            command.append(token)
    for command in commands + [command]:
        while command and (command[0] in BEFORE or re.match(r"[A-Z_]+=", command[0])):
            command = command[1:]
        if command and command[0] not in ("for", "done", "fi"):
            yield command


def fenced(text):
    """(language, [(line number, line)...]) of each block."""
    language, lines = None, []
    for number, line in enumerate(text.splitlines(), 1):
        found = re.match(r" *(`{3,})([\w-]*)", line)
        if found and language is None:
            language, lines = found[2], []
        elif found and not found[2]:
            yield language, lines
            language = None
        elif language is not None:
            lines.append((number, line))


def commands_in_blocks(text):
    """(line number, words, is it certainly shell?)"""
    for language, lines in fenced(text):
        if language and language not in SHELL:
            continue
        has_prompts = any(line.startswith("$ ") for _, line in lines)
        for number, line in lines:
            if has_prompts and not line.startswith("$ "):
                continue  # what a command printed
            for words in simple_commands(line.removeprefix("$ ")):
                yield number, words, bool(language)


def commands_in_text(text):
    """(line number, words) of what stands in backticks, also over the end of a line."""
    # Blocks leave their line ends, so that lines keep their numbers.
    rest = re.sub(r"^ *(`{3,}).*?^ *\1 *$", lambda block: "\n" * block[0].count("\n"), text, flags=re.M | re.S)
    for found in re.finditer(r"(?<!`)`([^`]+)`(?!`)", rest):
        for words in simple_commands(found[1].replace("\n", " ")):
            yield rest.count("\n", 0, found.start()) + 1, words
