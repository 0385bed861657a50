# SPDX-License-Identifier: GPL-3.0-or-later
# A file as a C array, so that the program carries it along. Included, it gives
#
#   ent_embed(<target> <symbol> <file>)
#
# which compiles into the target
#
#   const unsigned char <symbol>[];   the bytes, with a zero behind the last
#   const size_t <symbol>_size;       how many, without that zero
#
# to be declared `extern` by whoever reads them. The file is read at build time: changing it builds the target anew.

if(NOT CMAKE_SCRIPT_MODE_FILE)
  set(ENT_EMBED_SCRIPT ${CMAKE_CURRENT_LIST_FILE} CACHE INTERNAL "")
  function(ent_embed target symbol file)
    get_filename_component(file ${file} ABSOLUTE)
    set(source ${CMAKE_CURRENT_BINARY_DIR}/${symbol}.c)
    add_custom_command(OUTPUT ${source}
      COMMAND ${CMAKE_COMMAND} -DSYMBOL=${symbol} -DINPUT=${file} -DOUTPUT=${source} -P ${ENT_EMBED_SCRIPT}
      DEPENDS ${file} ${ENT_EMBED_SCRIPT} VERBATIM)
    target_sources(${target} PRIVATE ${source})
  endfunction()
  return()
endif()

file(READ ${INPUT} bytes HEX)
string(LENGTH "${bytes}" size)
math(EXPR size "${size} / 2")
string(REPEAT "[0-9a-f]" 64 line)
string(REGEX REPLACE "(${line})" "\\1\n" bytes "${bytes}")
string(REGEX REPLACE "([0-9a-f][0-9a-f])" "0x\\1," bytes "${bytes}")
get_filename_component(name ${INPUT} NAME)
file(WRITE ${OUTPUT}
  "/* Made from ${name}. */\n#include <stddef.h>\n\n"
  "extern const unsigned char ${SYMBOL}[];\nextern const size_t ${SYMBOL}_size;\n\n"
  "const unsigned char ${SYMBOL}[] = {\n${bytes}0};\nconst size_t ${SYMBOL}_size = ${size};\n")
