/** Malicious requests. */
@NullMarked
package io.calllog.api.hostile;

import org.jspecify.annotations.NullMarked;
