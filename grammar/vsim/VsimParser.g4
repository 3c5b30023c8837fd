/**
 * The sentences of vsim: few shapes, and the shape decides, never a name, so that a new command never breaks a file.
 *
 * The token filter stands between the lexer and this. It ends every statement with one SEP, also before `}` and at the
 * end of the text; there is never more than one, and none behind `{`.
 */
parser grammar VsimParser;

options { tokenVocab = VsimLexer; }

/** A whole text. It is read statement by statement, and the tree of each is dropped once its record is built. */
scenario : statement* EOF ;

/** What is skipped as a whole when it cannot be read. */
statement : form SEP ;

block : LBRACE statement* RBRACE ;

form
  : LET name ASSIGN (result | finding)                                # let
  | PARAM name (IN value)? ASSIGN expression text?                    # param
  | IF expression block (ELSE IF expression block)* (ELSE block)?     # branch
  | FOR name (COMMA name)? IN expression block                        # loop
  | WHILE expression block                                            # whileLoop
  | REPEAT expression block                                           # repeat
  | DEF name CALL (parameter (COMMA parameter)*)? RPAREN block        # def
  | RETURN result?                                                    # giveBack
  | BREAK                                                             # leave
  | CONTINUE                                                          # proceed
  | USE (text | name) (AS name)? properties?                          # use
  | (POLICY | SCHEDULER) name LBRACE member* RBRACE                   # strategy
  | ON path block?                                                    # on
  | AT expression block                                               # at
  | IN path block                                                     # in
  | AFTER action block                                                # after
  | START action                                                      # start
  | MARK                                                              # mark
  | REWIND                                                            # rewind
  | ASSERT expression text? extra*                                    # assertion
  | CHECK text item* properties? block                                # check
  | expect                                                            # expecting
  | FORBID pattern                                                    # forbid
  | ALLOW pattern                                                     # allow
  | PRINT expression (COMMA expression)*                              # print
  | simulation                                                        # simulating
  | action                                                            # acting
  ;

/** What can be started, or looked behind with `after`. */
action
  : name assigning result                                             # assign
  | name tail+ (assigning result)?                                    # evaluate
  | name (item+ (ASSIGN value (COMMA value)*)?)? properties?          # act
  ;

assigning : ASSIGN | ADD_ASSIGN | SUBTRACT_ASSIGN | MULTIPLY_ASSIGN ;

/** What `let`, `=` and `return` take. */
result : simulation | expression ;

simulation : SIMULATE value properties? ;

/** `let e = expect migrate-resume linux` binds the event. */
finding : expect ;

parameter : name (ASSIGN expression)? ;

/** `within 5%`, `points 5`. */
extra : NAME NUMBER ;

// ---- Strategies.

member : memberForm SEP ;

memberForm
  : ON name CALL (name (COMMA name)*)? RPAREN block                   # handler
  | LET name ASSIGN result                                            # memberLet
  | DEF name CALL (parameter (COMMA parameter)*)? RPAREN block        # memberDef
  ;

// ---- Arguments and properties: values side by side. Only arithmetic stands bare here, so that `<` opens and `>` closes.

item
  : value (COMMA value)*                                              # values
  | ARROW                                                             # arrow
  | reserved                                                          # keyword
  ;

properties : LESS SEP? (property (SEP property)* SEP?)? GREATER ;

property : word item* properties? ;

// ---- Assertions.

expect : EXPECT (IN path)? expectation ;

expectation
  : pattern                                                           # some
  | NEXT pattern                                                      # next
  | NO pattern                                                        # no
  | limit (RANGE limit?)? pattern                                     # count
  | ANY LBRACE (pattern SEP)* RBRACE                                  # any
  | EXACTLY LBRACE (pattern SEP)* RBRACE                              # exactly
  | ONLY NAME LBRACE (facets SEP)* RBRACE                             # only
  ;

/** An event, then fields and values; with an odd number of them the first is the subject. */
pattern : NAME facet* ;

facet
  : limit (RANGE limit?)?                                             # measure
  | path                                                              # words
  | (MAC | IP)                                                        # facetAddress
  | text                                                              # facetText
  | (TRUE | FALSE)                                                    # facetTruth
  | NONE                                                              # facetNone
  | ANYTHING                                                          # anything
  | QUESTION                                                          # question
  ;

/** A pattern whose event is named before. */
facets : facet+ ;

limit
  : NUMBER                                                            # limitNumber
  | SIGN NUMBER                                                       # limitNegative
  | LPAREN expression RPAREN                                          # limitGroup
  ;

/** `linux.init`, `node[3].nic0`. */
path : (name | reserved | MOD) tail* ;

// ---- Expressions, the tightest first.

/** What may stand in a condition, in parentheses and behind `=`. */
expression
  : value                                                             # plain
  | expression (BIT_AND | BIT_OR | BIT_XOR | SHIFT_LEFT) expression   # bits
  | expression GREATER GREATER expression                             # shiftRight
  | expression (EQUAL | NOT_EQUAL | LESS | AT_MOST | GREATER | AT_LEAST) expression # comparison
  | expression NOT? IN expression                                     # membership
  | NOT expression                                                    # negation
  | expression AND expression                                         # conjunction
  | expression OR expression                                          # disjunction
  | <assoc = right> expression IF expression ELSE expression          # choice
  ;

/** What may stand bare as an argument: arithmetic and a range of it. */
value : amount (RANGE amount)? ;

amount
  : amount tail                                                       # trailed
  | SIGN amount                                                       # negative
  | amount (STAR | SLASH | FLOOR | MOD) amount                        # product
  | amount (PLUS | MINUS) amount                                      # sum
  | name                                                              # named
  | NUMBER                                                            # number
  | (MAC | IP)                                                        # address
  | text                                                              # quoted
  | (TRUE | FALSE)                                                    # truth
  | NONE                                                              # none
  | LPAREN expression RPAREN                                          # group
  | LBRACKET (entry (COMMA entry)* COMMA?)? RBRACKET                  # list
  | LBRACKET COLON RBRACKET                                           # emptyMap
  ;

/** An element of a list, or of a map with its key. */
entry : expression (COLON expression)? ;

tail
  : DOT word                                                          # memberOf
  | INDEX expression RBRACKET                                         # index
  | CALL (expression (COMMA expression)*)? RPAREN                     # call
  ;

text : QUOTE (PLAIN | ESCAPE | hole)* UNQUOTE ;

hole : HOLE_OPEN expression HOLE_CLOSE ;

// ---- Words.

/** What can be declared and read. */
name : NAME | NEXT | NO | ANY | EXACTLY | ONLY ;

/** A word behind `.`, as property, event field or value. */
word : name | reserved | TRUE | FALSE | NONE | MOD ;

/** Reserved words in the place of an ordinary one. */
reserved
  : LET | PARAM | IF | ELSE | FOR | WHILE | REPEAT | DEF | RETURN | BREAK | CONTINUE | USE | POLICY | SCHEDULER | ON | AT
  | AFTER | START | MARK | REWIND | ASSERT | CHECK | EXPECT | FORBID | ALLOW | PRINT | SIMULATE | AND | OR | NOT | IN | AS
  ;
