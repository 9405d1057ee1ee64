/** Every refusal as one shape: a problem detail (RFC 9457). */
@NullMarked
package io.calllog.rest.shared.problem;

import org.jspecify.annotations.NullMarked;
