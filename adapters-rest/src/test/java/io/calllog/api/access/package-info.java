/** Who may see and do what, over HTTP, and which refusal comes first. */
@NullMarked
package io.calllog.api.access;

import org.jspecify.annotations.NullMarked;
