/** Results of queries about authentication and sessions. */
@NullMarked
package io.calllog.application.auth.view;

import org.jspecify.annotations.NullMarked;
