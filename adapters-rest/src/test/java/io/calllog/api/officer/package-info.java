/** The HTTP API of officers. */
@NullMarked
package io.calllog.api.officer;

import org.jspecify.annotations.NullMarked;
