/**
 * What people say in English that asks nothing of the articles. A pattern reads from the beginning of a clause in small
 * letters, with letters said thrice or more written once and without question marks; a clause may hold several in a row.
 */

import type { SmallTalk } from '../../messages.ts';
import type { Rule } from '../../rule.ts';

export const SMALL_TALK: readonly Rule<SmallTalk>[] = [
  {
    pattern:
      /^(?:hello|hallo|hullo|hi|hiya|hey|heya|howdy|yo|sup|greetings|good (?:morning|afternoon|evening|day)|morning|evening|gm|hola|bonjour|aloha|welcome back|long time no see|nice to meet you)\b/,
    means: 'greeting',
    examples: ['hello', 'hi', 'hey', 'good morning', 'gm', 'nice to meet you'],
    not: ['hiking trails', 'high tide', 'heyday of the port'],
  },
  {
    pattern:
      /^(?:how are (?:you|u|things|ya)(?: (?:doing|today|doing today|feeling|going))?|how r (?:u|you)|how(?:'s| is) (?:it|life|everything)(?: going| with you)?|how(?:'s| is) your day(?: going)?|how do you do|how have you been|(?:what's|whats|what is) up|wassup|(?:are )?you (?:ok|okay|alright|doing well)|hope you(?:'re| are) (?:well|doing well|fine|good))\b/,
    means: 'wellbeing',
    examples: ['how are you', 'how are you doing today', "what's up", "how's it going"],
    not: ['how are you billed', 'how is the weather'],
  },
  {
    pattern:
      /^(?:are you (?:there|here|online|alive|awake|up|working|on|ready|listening|still there|busy)|you there|(?:is )?any(?:one|body) (?:here|there|home|around)|is this (?:thing )?(?:on|working)|ping|(?:is the |is this )bot (?:on|up|online|working|down|dead|alive)|does this (?:bot |thing )?work|can you (?:hear|read|see) (?:me|this)|wake up)\b/,
    means: 'presence',
    examples: ['are you there', 'anyone here', 'is this thing on', 'ping', 'can you hear me'],
    not: ['pingback', 'are you open on sundays'],
  },
  {
    pattern:
      /^(?:(?:many |big |huge )?(?:thanks|thank (?:you|u)|thx|thanx|tnx|tysm|tyvm|ty|cheers|merci|gracias|danke)(?: (?:so|very|too) much| a (?:lot|bunch|ton|million)| in advance| again| anyway| guys)*(?: for (?:your |the |all (?:your |the )?|all of (?:your |the )?)?(?:(?:quick |fast |kind )?(?:help|answer|answers|reply|info|information|response|explanation|link|links|support|time|patience|effort|everything|that|this|it|helping(?: me)?|answering|explaining)))?|(?:i )?(?:really )?appreciate (?:it|that|this|your help|the help)|much appreciated|(?:i am|i'm) (?:very |so )?grateful)\b/,
    means: 'thanks',
    examples: ['thanks', 'thank you so much', 'thanks a lot for your help', 'thx', 'much appreciated'],
    not: ['thanksgiving dinner', 'thankful poem', 'tyre pressure'],
  },
  {
    pattern:
      /^(?:good ?bye|bye(?: bye|-bye)?|see (?:you|ya|u)(?: (?:later|soon|tomorrow|around|next time))?|cya|later|laters|good ?night|gn|nighty? night|take care|farewell|ttyl|have a (?:nice|good|great|lovely) (?:day|one|evening|weekend|night|time)|(?:i )?(?:gotta|got to|have to|need to|must) go|(?:i'm|i am) (?:off|out|leaving)|brb|until next time)\b/,
    means: 'farewell',
    examples: ['bye', 'goodbye', 'see you later', 'good night', 'have a nice day'],
    not: ['bylaws', 'later versions', 'i have to go through customs'],
  },
  {
    pattern:
      /^(?:ok(?:ay|ey|ie|i)?|kk?|al ?right(?:y)?|all right|(?:i )?got (?:it|you|ya)|gotcha|i see|(?:i )?(?:understand|understood)|(?:that |it )?makes sense|sure(?: thing)?|of course|yes|yeah|yea|yep|yup|ya|no|nope|nah|fine|right|correct|exactly|indeed|cool|nice|great|perfect|awesome|amazing|excellent|wonderful|brilliant|sweet|neat|good|very good|good to know|that (?:helps|helped|worked|works|did it|was it|makes sense)|it (?:works|worked|helped)(?: now)?|never ?mind|nvm|forget it|no problem|np|no worries|you(?:'re| are) welcome|fair enough|done|noted|will do|that(?:'s| is) (?:all|it|ok|okay|fine|good|great|cool|nice|right|what i needed)|nothing|i (?:do not|don't|dont) (?:know|care)|idk|hm+|um+|uh+|oh|ah|aha|wow|whoa|omg|damn|really|seriously|interesting|i(?:'ll| will) try(?: it| that)?|let me (?:try|check|see)(?: it| that)?|solved|fixed)\b/,
    means: 'assent',
    examples: ['ok', 'okay', 'got it', 'never mind', 'cool', 'yes', 'that helped', 'wow'],
    not: ['okra recipes', 'nothing to declare', 'coolant', 'great wall'],
  },
  {
    pattern:
      /^(?:(?:very |really )?(?:good|nice|great|cool|best|smart|clever|cute|lovely|amazing|awesome) (?:bot|robot|job|work|one|answer|boy|girl|stuff)|well done|(?:you(?:'re| are|r)|u r|ur) (?:so |very |really |the |a |an |too )*(?:great|awesome|best|amazing|smart|helpful|cool|cute|good|right|funny|clever|nice|kind|genius|legend|lifesaver|hero|star|good bot|great bot|best bot)|(?:i )?(?:love|like) (?:you|u|it|this|this bot|the bot)|(?:that was |so |very )(?:helpful|useful|great|fast|quick)|you rock|impressive|bravo|congrats|congratulations)\b/,
    means: 'praise',
    examples: ['good bot', 'well done', 'you are awesome', 'i love you', 'nice one'],
    not: ['good jobs for students', 'best robot vacuum'],
  },
  {
    pattern:
      /^(?:(?:bad|stupid|dumb|useless|silly|terrible|worst) (?:bot|robot|ai|answer|thing)|(?:you(?:'re| are|r)|u r|ur|this(?: bot)? is|the bot is|that(?:'s| is| was)|it(?:'s| is)) (?:so |very |really |just |a |an |the |completely |totally )*(?:wrong|stupid|dumb|useless|bad|terrible|awful|broken|trash|garbage|incorrect|not (?:right|true|correct|helpful|what i (?:asked|meant|wanted)(?: for)?)|nonsense|idiot|worst)|(?:you|this|this bot) suck(?:s)?|wrong(?: answer)?|incorrect|nonsense|shut up|wtf|stfu|f[u*]ck(?: you| off)?|not helpful|(?:that|this|it) (?:does not|doesn't|doesnt|did not|didn't|didnt) (?:help|answer my question)(?: me)?|you (?:did not|didn't|didnt) (?:answer|understand)(?: me| my question)?|try again|i hate you|go away)\b/,
    means: 'blame',
    examples: ['bad bot', 'you are wrong', "that's not what i asked", 'this sucks', "that didn't help"],
    not: ['wrong way drivers', 'bad weather rules'],
  },
  {
    pattern:
      /^(?:(?:i'm |i am |so |very )*sorry(?: (?:for (?:that|the (?:trouble|delay|ping|noise))|about that|to (?:bother|disturb|bug) you|my (?:bad|mistake)))?|my (?:bad|mistake|fault)|(?:i )?apologi[sz]e|(?:my )?apologies|oops|whoops|excuse me|pardon(?: me)?|wrong (?:chat|channel))\b/,
    means: 'apology',
    examples: ['sorry', "i'm sorry", 'my bad', 'oops', 'excuse me', 'sorry to bother you'],
    not: ['sorry board game rules'],
  },
  {
    pattern:
      /^(?:lol(?:z)?|lmf?ao|rofl|lul|kek(?:w)?|xd|(?:ha){2,}h?|(?:he){2,}|(?:hi){2,}|ha|hah|jaja(?:ja)*|(?:that(?:'s| is| was) )?(?:so )?(?:funny|hilarious))\b/,
    means: 'laughter',
    examples: ['lol', 'haha', 'hahaha', 'lmao', 'that was funny'],
    not: ['lollipop', 'hats'],
  },
  {
    pattern:
      /^(?:(?:just |only )?(?:a )?test(?:ing)?(?: (?:test(?:ing)?|this|it|message|the bot|123|1 2 3|one two three))*|this is (?:just |only )?a test|mic check|check check|foo(?: bar)?|asdf\w*|qwerty)\b/,
    means: 'test',
    examples: ['test', 'testing', 'just testing', 'test test', 'this is a test', 'asdf'],
    not: ['testimony', 'test server address'],
  },
  {
    pattern:
      /^(?:(?:can|could|will) you )?(?:(?:please )?(?:tell me (?:a joke|something(?: funny| interesting)?|a story)|sing(?: (?:me )?a song)?|say (?:something|hi|hello)|dance|make me laugh)|(?:i'm|i am|im) (?:so |very )?(?:bored|tired|sad|happy|hungry|lonely)|do you (?:like|love|hate) me|will you marry me|are you (?:single|married|happy|sad|tired|bored|hungry)|what(?:'s| is) your favou?rite \w+|guess what|i miss(?:ed)? you|merry christmas|happy (?:new year|birthday|holidays|easter))\b/,
    means: 'chatter',
    examples: ['tell me a joke', "i'm bored", 'will you marry me', 'happy new year', 'sing'],
    not: ['single player mode', 'tell me a joke shop'],
  },
  {
    pattern:
      /^(?:(?:i (?:just )?have|i've got|got|just|i had)? ?(?:a |an |one |another )?(?:quick|small|short|simple|stupid|dumb|random|little|noob|silly)?,? ?question(?: here| for you| please)?|(?:can|could|may) i (?:please )?ask (?:you )?(?:something|a (?:quick )?question|one thing|a favou?r)|(?:i'm|i am|im) (?:kinda |pretty |very |completely |totally )?new(?: (?:here|to (?:this|the) (?:server|place|channel|community|site)|around here))?|(?:i )?just joined(?: (?:here|the server|today))?|newbie(?: here)?|first time here|(?:i )?(?:was |am |i'm )?just (?:wondering|asking|curious)|i (?:need|want) to (?:ask|know) (?:something|one thing)|hope this is the right (?:place|channel))\b/,
    means: 'opening',
    examples: [
      'i have a question',
      'quick question',
      "i'm new here",
      'can i ask you something',
      'just wondering',
    ],
    not: ['questionnaire', 'can i ask for a refund'],
  },
  {
    pattern:
      /^(?:(?:all|bot|robot|there|every(?:one|body)|guys|folks|people|team|friends?|mates?|buddy|bro|man|dude|sir|madam|ma'am|dear|mods?|admins?|staff|y'all|you all|to (?:you|all|everyone)|again|please|pls|plz|then|so|and|well|anyway|very much|so much|a lot|much|for now|now|today|too|you|mate|my friend|u)\b)/,
    means: 'address',
    examples: ['everyone', 'there', 'bot', 'guys', 'my friend'],
    not: ['botany', 'therefore', 'people who applied'],
  },
];
