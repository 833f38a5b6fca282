// The compiled lexicon as read-only data: no copy, no parsing, pages come in when they are first read.
    .section .rodata
    .global codeboom_lexicon_begin
    .global codeboom_lexicon_end
    .balign 64
codeboom_lexicon_begin:
    .incbin CODEBOOM_LEXICON_FILE
codeboom_lexicon_end:
    .byte 0
    .section .note.GNU-stack, "", %progbits
