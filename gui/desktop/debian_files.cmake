# Run by CPack before it packs: gives the staged files the names and forms that Debian's policy asks for (chapter 12).
# The archive keeps them as they are.
if(NOT CPACK_GENERATOR STREQUAL DEB)
  return()
endif()
set(usr ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/usr)
set(documents ${usr}/share/doc/${CPACK_PACKAGE_NAME})

# -n: no name and no time, so that the same files give the same package.
function(compress)
  execute_process(COMMAND gzip -9n ${ARGN} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

file(RENAME ${documents}/LICENSE ${documents}/copyright)
file(RENAME ${documents}/CHANGELOG.md ${documents}/changelog)
file(RENAME ${usr}/share/zsh/site-functions ${usr}/share/zsh/vendor-completions)
string(TIMESTAMP now "%a, %d %b %Y %H:%M:%S +0000" UTC)
file(WRITE ${documents}/changelog.Debian
"${CPACK_PACKAGE_NAME} (${CPACK_PACKAGE_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE}) unstable; urgency=medium

  * Built from the source of this version; changelog.gz says what is new.

 -- ${CPACK_PACKAGE_CONTACT}  ${now}
")
file(CHMOD ${documents}/changelog.Debian PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
file(GLOB_RECURSE pages ${usr}/share/man/*.1)
compress(${documents}/changelog ${documents}/changelog.Debian ${pages})
