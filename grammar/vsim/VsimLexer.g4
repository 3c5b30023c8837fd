/**
 * The words of vsim.
 *
 * Four kinds of token are not made here, since they depend on what stands around them; the token filter makes them of
 * what this lexer hands on: SEP ends a statement or a property, CALL and INDEX are a `(` and a `[` that are glued to
 * what stands before, SIGN is a `-` that belongs to the value behind it. Three more say why a token is no good.
 */
lexer grammar VsimLexer;

tokens { SEP, CALL, INDEX, SIGN, HOLE_CLOSE, UNCLOSED_TEXT, TOO_DEEP }

// ---- Reserved words. They are reserved where a statement begins and as names that are declared; after `.`, as
// ---- property, option, event field or value the parser takes them for ordinary words. LET is the first, AS the last.

LET : 'let' ;
PARAM : 'param' ;
IF : 'if' ;
ELSE : 'else' ;
FOR : 'for' ;
WHILE : 'while' ;
REPEAT : 'repeat' ;
DEF : 'def' ;
RETURN : 'return' ;
BREAK : 'break' ;
CONTINUE : 'continue' ;
USE : 'use' ;
POLICY : 'policy' ;
SCHEDULER : 'scheduler' ;
ON : 'on' ;
AT : 'at' ;
AFTER : 'after' ;
START : 'start' ;
MARK : 'mark' ;
REWIND : 'rewind' ;
ASSERT : 'assert' ;
CHECK : 'check' ;
EXPECT : 'expect' ;
FORBID : 'forbid' ;
ALLOW : 'allow' ;
PRINT : 'print' ;
SIMULATE : 'simulate' ;
TRUE : 'true' ;
FALSE : 'false' ;
NONE : 'none' ;
AND : 'and' ;
OR : 'or' ;
NOT : 'not' ;
MOD : 'mod' ;
IN : 'in' ;
AS : 'as' ;

// ---- Words that only `expect` knows; everywhere else they are names. NEXT is the first, ONLY the last.

NEXT : 'next' ;
NO : 'no' ;
ANY : 'any' ;
EXACTLY : 'exactly' ;
ONLY : 'only' ;

// ---- Signs.

ARROW : '->' | '→' ;
RANGE : '..' ;
DOT : '.' ;
EQUAL : '==' ;
NOT_EQUAL : '!=' ;
AT_MOST : '<=' ;
AT_LEAST : '>=' ;
SHIFT_LEFT : '<<' ;
LESS : '<' ;       // opens properties, too
GREATER : '>' ;    // closes them; `>>` is two of these, so that it closes two
ASSIGN : '=' ;
ADD_ASSIGN : '+=' ;
SUBTRACT_ASSIGN : '-=' ;
MULTIPLY_ASSIGN : '*=' ;
COMMA : ',' ;
COLON : ':' ;
SEMICOLON : ';' ;
PLUS : '+' ;
MINUS : '-' ;
STAR : '*' ;
FLOOR : '//' ;
SLASH : '/' ;
BIT_AND : '&' ;
BIT_OR : '|' ;
BIT_XOR : '^' ;
QUESTION : '?' ;
ANYTHING : '_' ;
LPAREN : '(' ;
RPAREN : ')' ;
LBRACKET : '[' ;
RBRACKET : ']' ;
LBRACE : '{' ;
RBRACE : '}' ;

// ---- Values and names.

/** `00:0C:29:00:00:01`; `XX` is any byte, in patterns. */
MAC : OCTET ':' OCTET ':' OCTET ':' OCTET ':' OCTET ':' OCTET ;

/** `192.168.1.101`, `192.168.1.0/24`, `10.0.0.1:80`; `10.0.0.1:_` in patterns. */
IP : DIGIT+ '.' DIGIT+ '.' DIGIT+ '.' DIGIT+ ('/' DIGIT+ | ':' DIGIT+ | ':_')? ;

/** `42 0x1F 1_000 2.5 4K 10us 80%`: one token whatever it says, so that `10minutes` is one mistake, found later. */
NUMBER : DIGIT DIGIT_OR_LETTER* ('.' DIGIT DIGIT_OR_LETTER*)* ('%' DIGIT_OR_LETTER*)? ;

/** `linux`, `host-only`, `커널`: a `-` inside belongs to the name. */
NAME : ('_' | LETTER) WORD* ('-' WORD+)* ;

QUOTE : '"' -> pushMode(TEXT) ;

// ---- What only separates.

COMMENT : '#' ~[\r\n]* -> channel(HIDDEN) ;
NEWLINE : '\r'? '\n' | '\r' ;
BLANKS : [ \t]+ -> skip ;

// ---- What is no word of the language; the parser says so.

/** The comment of other languages, whole, so that it is one mistake. */
FOREIGN_COMMENT : '/*' .*? ('*/' | EOF) ;
FOREIGN_TEXT : '\'' ~['\r\n]* '\'' ;
STRANGE : . ;

fragment OCTET : [0-9A-Fa-f] [0-9A-Fa-f] | 'XX' ;
fragment DIGIT : [0-9] ;
fragment DIGIT_OR_LETTER : [0-9A-Za-z_\u00B5\u03BC] ;   // both micro signs
fragment WORD : '_' | LETTER | ACCENT | DIGIT | OTHER_DIGIT ;

// Outside of ASCII the lexer is handed one letter, one mark and one decimal digit for all of Unicode's (but the micro
// signs as they are): sets of all of them would have to be built at every start, and take a tenth of it.
fragment LETTER : [A-Za-z\u00AA\u00B5\u03BC] ;
fragment ACCENT : '\u0300' ;
fragment OTHER_DIGIT : '\u0660' ;

// ---- Inside "…". A line end closes every text that is still open: the token filter sees to it, and it closes a hole
// ---- at its `}`, which it hands on as HOLE_CLOSE.

mode TEXT;

UNQUOTE : '"' -> popMode ;
HOLE_OPEN : '${' -> pushMode(DEFAULT_MODE) ;
ESCAPE : '\\u{' ~["{}\\\r\n]* '}' | '\\' ~[\r\n] ;
PLAIN : ~["\\$\r\n]+ ;
DOLLAR : '$' -> type(PLAIN) ;
TEXT_NEWLINE : ('\r'? '\n' | '\r') -> type(NEWLINE) ;
TEXT_STRANGE : . -> type(STRANGE) ;
