/** What the outside can ask about officers. */
@NullMarked
package io.calllog.application.officer.port.in;

import org.jspecify.annotations.NullMarked;
