/** Officers over HTTP. */
@NullMarked
package io.calllog.rest.officer;

import org.jspecify.annotations.NullMarked;
