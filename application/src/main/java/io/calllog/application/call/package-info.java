/** Types shared by the ports and use cases for calls. */
@NullMarked
package io.calllog.application.call;

import org.jspecify.annotations.NullMarked;
