# CPack's settings: a package for Debian and its relatives, and an archive for everybody else.
set(CPACK_GENERATOR DEB TGZ)
set(CPACK_PACKAGE_NAME rehearse)
set(CPACK_PACKAGE_VENDOR "The Rehearse authors")
set(CPACK_PACKAGE_CONTACT "The Rehearse authors <authors@rehearse.invalid>")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY "interview answers, remembered point by point")
set(CPACK_PACKAGE_DESCRIPTION
    "Rehearse reads the question bank you already have (Word, text, web page,
PDF, Anki), cuts every answer into its key points, and asks for each point
when it is about to be forgotten, up to the day of the interview. In Chinese
and English, in a window or in a terminal, without a network.")
set(CPACK_RESOURCE_FILE_LICENSE ${CMAKE_SOURCE_DIR}/LICENSE)
set(CPACK_PACKAGE_FILE_NAME rehearse-${PROJECT_VERSION}-linux-${CMAKE_SYSTEM_PROCESSOR})
set(CPACK_OUTPUT_FILE_PREFIX ${CMAKE_BINARY_DIR}/packages)
set(CPACK_STRIP_FILES ON)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
    OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_PACKAGE_SECTION education)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
# GLFW opens these by name, so that the linker does not see them.
set(CPACK_DEBIAN_PACKAGE_DEPENDS "libgl1, libxcursor1, libxi6, libxinerama1, libxrandr2")
# Mesa draws without a graphics card, Chinese needs a font, and pdftotext reads PDFs. In a terminal it goes without.
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS
    "libgl1-mesa-dri, fonts-noto-cjk | fonts-wqy-microhei | fonts-wqy-zenhei, poppler-utils")
set(CPACK_DEBIAN_PACKAGE_SUGGESTS "fcitx5 | ibus")
set(CPACK_PRE_BUILD_SCRIPTS ${CMAKE_CURRENT_LIST_DIR}/debian_files.cmake)

include(CPack)
