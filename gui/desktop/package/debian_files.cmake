# Run by CPack before it packs: gives the staged files the names and forms that Debian's policy asks for (chapters 9
# to 12). The archive keeps them as they are.
if(NOT CPACK_GENERATOR STREQUAL DEB)
  return()
endif()

# -n: no name and no time, so that the same files give the same package.
function(compress)
  execute_process(COMMAND gzip -9n ${ARGN} COMMAND_ERROR_IS_FATAL ANY)
endfunction()

function(debian_files component package)
  set(root ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/${component})
  set(usr ${root}/usr)
  set(documents ${usr}/share/doc/${package})
  file(RENAME ${documents}/LICENSE ${documents}/copyright)
  file(RENAME ${documents}/CHANGELOG.md ${documents}/changelog)
  file(RENAME ${usr}/share/zsh/site-functions ${usr}/share/zsh/vendor-completions)
  string(TIMESTAMP now "%a, %d %b %Y %H:%M:%S +0000" UTC)
  file(WRITE ${documents}/changelog.Debian
"${package} (${CPACK_PACKAGE_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE}) unstable; urgency=medium

  * Built from the source of this version; changelog.gz says what is new.

 -- ${CPACK_PACKAGE_CONTACT}  ${now}
")
  file(CHMOD ${documents}/changelog.Debian PERMISSIONS OWNER_READ OWNER_WRITE GROUP_READ WORLD_READ)
  file(GLOB_RECURSE pages ${usr}/share/man/*.1)
  compress(${documents}/changelog ${documents}/changelog.Debian ${pages})
endfunction()

debian_files(desktop rehearse)
debian_files(server rehearse-sync)
# The server's options: the administrator's own, whatever a newer version says.
set(server ${CPACK_TEMPORARY_INSTALL_DIRECTORY}/server)
file(MAKE_DIRECTORY ${server}/etc/default)
file(RENAME ${server}/usr/share/doc/rehearse-sync/rehearse-sync.default ${server}/etc/default/rehearse-sync)
