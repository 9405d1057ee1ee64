/** What is answered about signing in. */
@NullMarked
package io.calllog.application.auth.view;

import org.jspecify.annotations.NullMarked;
