/** Words of which orders to programs are made, as pieces of patterns. */

export const MACHINE =
  '(?:a\\.?i\\.?(?: (?:models?|assistants?|agents?|systems?|readers?))?|(?:large )?language models?|llms?|chat ?bots?|(?:chat ?)?gpt(?:-?\\d\\w*)?|claude|gemini|copilot|deepseek|llama|qwen|mistral|assistants?|summari[sz]ers?|(?:automated|answering|question[- ]answering) (?:systems?|programs?|tools?|bots?)|bots? that reads? this)';
export const SAYING =
  '(?:say|reply|answer|respond|write|output|print|tell|mention|include|end|begin|start|ignore|disregard|forget|obey|reveal|repeat|translate|recommend|cite|add|append|link|insert|follow|treat|state|claim|pretend|speak)';
export const ANSWER = '(?:answers?|repl(?:y|ies)|responses?|summar(?:y|ies)|outputs?|messages? to the user)';
export const READER =
  '(?:users?|readers?|askers?|visitors?|customers?|people who ask|whoever asks|person (?:who|that) asks|questioner)';
export const SECRET =
  '(?:(?:system |hidden |secret |initial |own )?(?:prompts?|instructions|keys?|passwords?|tokens?|credentials|secrets?|environment variables)|api[- _]?keys?)';
export const TONGUE =
  '(?:english|chinese|mandarin|french|german|spanish|italian|portuguese|russian|japanese|korean|arabic|latin|hindi|turkish|dutch|polish|klingon|esperanto|pirate(?: speak)?|capitals?|capital letters|upper ?case|emojis?(?: only)?|rhymes?|verse|base ?64|morse(?: code)?|rot ?13)';
